import { addMonths } from '../deadlines/index.ts'
import type { DayCount } from '../platform/database/stretch.ts'
import { addDays, type PlainDate } from '../platform/dates.ts'

/** When something that ended goes, and how much goes when. */

/** The day in whose night it is erased: so many months later, on the same day or the last of its month. */
export function erasedOn(endedOn: PlainDate, months: number): PlainDate {
  return addMonths(endedOn, months, 'last_of_month')
}

/** Whatever ended before this day is due on `today`. */
export function dueBefore(today: PlainDate, months: number): PlainDate {
  let day = erasedOn(today, -months)
  // short months: the 31st of a month and its 30th may be due on one day
  while (erasedOn(day, months) <= today) day = addDays(day, 1)
  while (erasedOn(addDays(day, -1), months) > today) day = addDays(day, -1)
  return day
}

export interface Foreseen {
  /** Due already, or tonight. */
  now: number
  /** Of each of the next twelve months, this one first, what goes later than today. */
  months: readonly { month: string; count: number }[]
}

/** What a term of so many months erases, now and in the year to come. */
export function foresee(ended: readonly DayCount[], months: number, today: PlainDate): Foreseen {
  const shown = Array.from({ length: 12 }, (_, at) =>
    erasedOn(`${today.slice(0, 7)}-01`, at).slice(0, 7),
  )
  const byMonth = new Map(shown.map((month) => [month, 0]))
  let now = 0
  for (const { day, count } of ended) {
    const on = erasedOn(day, months)
    const month = on.slice(0, 7)
    const known = byMonth.get(month)
    if (on <= today) now += count
    else if (known !== undefined) byMonth.set(month, known + count)
  }
  return { now, months: [...byMonth].map(([month, count]) => ({ month, count })) }
}

/** What a new term erases by tomorrow and the old one would have kept. */
export function erasedSooner(
  ended: readonly DayCount[],
  { before, after }: { before: number | null; after: number | null },
  today: PlainDate,
): number {
  const tomorrow = addDays(today, 1)
  const isDue = (day: PlainDate, months: number | null) =>
    months !== null && erasedOn(day, months) <= tomorrow
  return ended
    .filter(({ day }) => isDue(day, after) && !isDue(day, before))
    .reduce((sum, { count }) => sum + count, 0)
}
