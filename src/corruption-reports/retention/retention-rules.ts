import { addDays, type PlainDate } from '../../platform/dates.ts'
import type { CorruptionRules } from '../../regimes/index.ts'

type Retention = CorruptionRules['retention']

/** How long officers are shown that files found no room. */
export const SHORTAGES_SHOWN_DAYS = 30

/** The first day on which a concluded report may go. */
export function eraseAfter(concludedOn: PlainDate, { months }: Retention): PlainDate {
  const [year, month, day] = concludedOn.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10)
  const next = new Date(Date.UTC(year, month + months, 1)).toISOString().slice(0, 10)
  const same = addDays(first, day - 1)
  return same < next ? same : next
}

/** A reader may put the day off, with a reason, a year at most each time; never bring it nearer. */
export function mayPostponeTo(
  { retainUntil }: { retainUntil: PlainDate | null },
  until: PlainDate,
  day: PlainDate,
): boolean {
  return retainUntil !== null && until > retainUntil && until <= addDays(day, 366)
}
