import type { BookRules } from '../../../administrations/index.ts'
import type { WorkingCalendar } from '../../../deadlines/index.ts'
import type { Staff } from '../../../people/index.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import type { T } from '../../../platform/i18n/index.ts'

/** What stands above the desk's list because somebody must do something about it. */
export interface DeskLine {
  text: string
  href: string
}

/** Another room's news for this person; empty when there is nothing to tell. */
export type DeskNews = (at: {
  staff: Staff
  book: BookRules
  administrationId: string
  slug: string
  now: Date
  today: PlainDate
  /** By which the administration's days count. */
  calendar: WorkingCalendar
  t: T
}) => Promise<readonly DeskLine[]>
