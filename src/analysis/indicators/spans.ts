import type { PlainDate } from '../../platform/dates.ts'

/** Years hold quarters and quarters hold months; any other run of months is made of these. */
export const LEVELS = ['year', 'quarter', 'month'] as const
export type Level = (typeof LEVELS)[number]

export interface TimeSpan {
  level: Level
  /** The first days of its months, in order. */
  months: readonly PlainDate[]
}

export function monthsBetween(from: PlainDate, until: PlainDate): PlainDate[] {
  const months: PlainDate[] = []
  for (let month = `${from.slice(0, 7)}-01`; month <= until; month = monthAfter(month, 1))
    months.push(month)
  return months
}

export function monthAfter(month: PlainDate, shift: number): PlainDate {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + shift
  const year = String(Math.floor(number / 12)).padStart(4, '0')
  return `${year}-${String((number % 12) + 1).padStart(2, '0')}-01`
}

/** The year, quarter or month that a month is in. */
export function spanOf(level: Level, month: PlainDate): TimeSpan {
  const length = { year: 12, quarter: 3, month: 1 }[level]
  const index = Number(month.slice(5, 7)) - 1
  const first = monthAfter(month, -(index % length))
  return { level, months: Array.from({ length }, (_, shift) => monthAfter(first, shift)) }
}

/** What is hidden and shown together with a span: the months of a quarter, the quarters of a year. */
export function siblingsOf({ level, months }: TimeSpan): TimeSpan[] {
  const [first = ''] = months
  if (level === 'year') return [spanOf('year', first)]
  const parent = spanOf(level === 'month' ? 'quarter' : 'year', first)
  return distinctSpans(level, parent.months)
}

/** The longest whole spans that these months, in order, are made of. */
export function spansOf(months: readonly PlainDate[]): TimeSpan[] {
  const wanted = new Set(months)
  const spans: TimeSpan[] = []
  for (let rest = [...months]; rest.length > 0;) {
    const [first = ''] = rest
    const span = LEVELS.map((level) => spanOf(level, first)).find(
      (each) => each.months[0] === first && each.months.every((month) => wanted.has(month)),
    )
    if (!span) break
    spans.push(span)
    rest = rest.filter((month) => !span.months.includes(month))
  }
  return spans
}

function distinctSpans(level: Level, months: readonly PlainDate[]): TimeSpan[] {
  const spans = new Map(
    months.map((month) => [spanOf(level, month).months[0], spanOf(level, month)]),
  )
  return [...spans.values()]
}
