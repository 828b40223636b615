import type { System } from '../system.ts'

/** What this feature needs of the system. */
export type Ground = Pick<System, 'db' | 'config' | 'log'>
