import type { Db } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { T } from '../platform/i18n/index.ts'

/** Something that is owed by a day: a meeting, a report, a review, an action. */
export interface DueItem {
  /** The same as long as it is the same thing, for calendars that subscribe. */
  id: string
  on: PlainDate
  /** What kind of thing, as a key of `improvements.year.kinds`. */
  kind: DueKind
  title: string
  href: string
  centreId: string | null
  ownerId: string | null
  doneOn: PlainDate | null
}

export const DUE_KINDS = [
  'collection',
  'report',
  'meeting',
  'progress',
  'task',
  'review',
  'inspection',
  'dissemination',
  'evaluation',
  'schedule',
] as const
export type DueKind = (typeof DUE_KINDS)[number]

export interface DueQuestion {
  administrationId: string
  slug: string
  from: PlainDate
  until: PlainDate
  t: T
  lang: string
}

/** What a room has that falls due between two days, both included. */
export type TellDue = (db: Db, question: DueQuestion) => Promise<readonly DueItem[]>
