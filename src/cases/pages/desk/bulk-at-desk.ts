import type { Staff } from '../../../people/index.ts'
import type { T } from '../../../platform/i18n/index.ts'

/** The steps that somebody may take for several marked cases, and where the marked ones are sent. */
export interface BulkAtDesk {
  action: string
  steps: readonly { value: string; text: string }[]
}

/** Another room's steps for several cases at once; null where this person has none. Asks no database. */
export type TellBulk = (at: {
  staff: Staff
  administrationId: string
  slug: string
  t: T
}) => BulkAtDesk | null
