import { effectiveTerm, type BookRules } from '../administrations/index.ts'
import { clockForReceiver, dueOn, getCalendar } from '../deadlines/index.ts'
import type { Db } from '../platform/database/connection.ts'
import { localDate, type PlainDate } from '../platform/dates.ts'
import { calendarOf } from './case-clocks.ts'

/** By when what came outside the book has to be in it. */
export interface LoadLimit {
  dueOn: PlainDate
  /** Working days since then; 0: it is in time. */
  daysLate: number
  source: string
}

/** Null where the regime sets no limit. Without a kind: what holds for every kind. */
export async function loadLimit(
  db: Db,
  rules: BookRules,
  paper: { kind?: string; centreId: string; handedOverAt: Date },
  now: Date,
): Promise<LoadLimit | null> {
  const { timeZone } = rules.administration
  const { handedOverAt, kind = '*', centreId } = paper
  const term = effectiveTerm(rules, 'transcription', kind, localDate(handedOverAt, timeZone))
  if (!term) return null
  const calendar = await getCalendar(db, calendarOf(rules, centreId))
  const due = dueOn(clockForReceiver(term, handedOverAt, timeZone), calendar)
  const today = localDate(now, timeZone)
  const daysLate = today > due ? Math.max(1, calendar.workingDaysBetween(due, today)) : 0
  return { dueOn: due, daysLate, source: term.source }
}
