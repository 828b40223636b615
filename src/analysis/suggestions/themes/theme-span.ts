import { addDays, type PlainDate } from '../../../platform/dates.ts'
import { monthAfter } from '../../indicators/index.ts'

/** A month or a quarter whose texts are read for themes: its first day, and how many months it has. */
export type ThemeSpan = Readonly<{ month: PlainDate; months: 1 | 3 }>

/** Older months come a few a night, so that a book of years that was brought in keeps nobody waiting. */
const OLDER_A_NIGHT = 6

export function spanBefore({ month, months }: ThemeSpan): ThemeSpan {
  return { month: monthAfter(month, -months), months }
}

export function lastDayOf({ month, months }: ThemeSpan): PlainDate {
  return addDays(monthAfter(month, months), -1)
}

export function quarterOf(month: PlainDate): ThemeSpan {
  const shift = (Number(month.slice(5, 7)) - 1) % 3
  return { month: monthAfter(month, -shift), months: 3 }
}

/** `2026-03` or `2026-Q1`, as addresses name it. */
export function codeOf({ month, months }: ThemeSpan): string {
  const [year, number] = [month.slice(0, 4), Number(month.slice(5, 7))]
  return months === 1 ? month.slice(0, 7) : `${year}-Q${Math.ceil(number / 3)}`
}

const CODE = /^(\d{4})-(?:(0[1-9]|1[0-2])|Q([1-4]))$/

export function spanIn(text: unknown): ThemeSpan | null {
  const found = typeof text === 'string' ? CODE.exec(text) : null
  if (!found) return null
  const [, year, month, quarter] = found
  if (month !== undefined) return { month: `${year}-${month}-01`, months: 1 }
  return { month: monthAfter(`${year}-01-01`, 3 * (Number(quarter) - 1)), months: 3 }
}

/** With the day, where the administration is, on which it was read. */
type ReadSpan = ThemeSpan & { readOn: PlainDate }

/**
 * What to read tonight, in order: months and quarters that are over and were not read since, the oldest
 * first because each continues the themes of the one before, and last the month that runs.
 */
export function spansToRead(
  received: readonly PlainDate[],
  read: readonly ReadSpan[],
  running: PlainDate,
): ThemeSpan[] {
  const over = received.filter((month) => month < running)
  const spans = new Map<string, ThemeSpan>()
  for (const month of over) {
    const own: ThemeSpan = { month, months: 1 }
    spans.set(codeOf(own), own)
    const quarter = quarterOf(month)
    if (lastDayOf(quarter) < running) spans.set(codeOf(quarter), quarter)
  }
  const waiting = [...spans.values()]
    .filter((span) => !read.some((each) => isSame(each, span) && each.readOn > lastDayOf(span)))
    .toSorted(inOrder)
  return [...waiting.slice(0, OLDER_A_NIGHT), { month: running, months: 1 }]
}

/** By where they end, and a month before the quarter that ends with it. */
function inOrder(one: ThemeSpan, other: ThemeSpan): number {
  const [end, otherEnd] = [lastDayOf(one), lastDayOf(other)]
  if (end !== otherEnd) return end < otherEnd ? -1 : 1
  return one.months - other.months
}

function isSame(one: ThemeSpan, other: ThemeSpan): boolean {
  return one.month === other.month && one.months === other.months
}
