import type { CaseViewer } from '../cases/index.ts'
import type { PlainDate } from '../platform/dates.ts'

/** Something that somebody said they would do by a day, of whatever room. */
export interface OwnPromise {
  what: string
  href: string
  dueOn: PlainDate
}

/** What somebody owes until a week from today, the first to be due first: ten at most, and how many there are. */
export type TellPromises = (at: {
  viewer: CaseViewer
  slug: string
  today: PlainDate
}) => Promise<{ items: readonly OwnPromise[]; total: number; all: string }>
