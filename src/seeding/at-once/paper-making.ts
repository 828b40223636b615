import type { System } from '../../system.ts'
import type { Making, SeedRequest } from '../making.ts'

export type YearsRequest = SeedRequest & { years: number }

/** Lives in memory ask the database for rules and calendars, and make secrets; they need no more of the house. */
export type PaperMaking = Making<Pick<System, 'db' | 'secrets'>>
