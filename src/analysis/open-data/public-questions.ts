import type { PlainDate } from '../../platform/dates.ts'
import type { Breakdown, FigureQuestion, IndicatorId, Period } from '../indicators/index.ts'

/** What leaves the house: how many came in, whether they were answered in time, and how long it took. */
export const PUBLIC_INDICATORS: readonly IndicatorId[] = ['Q01', 'Q04', 'Q06', 'Q09', 'Q15', 'Q26']
export const PUBLIC_BREAKDOWNS = [
  'centre',
  'service',
  'channel',
  'motive',
] as const satisfies readonly Breakdown[]

const LEVELS = ['year', 'quarter', 'month'] as const
type Level = (typeof LEVELS)[number]

/** All that is published of a year: the whole by month, quarter and year; its parts by quarter and year. */
export function questionsOf(
  administrationId: string,
  year: number,
  asOf: PlainDate,
): FigureQuestion[] {
  return LEVELS.flatMap((level) =>
    spansIn(year, level)
      .filter(({ until }) => until < asOf)
      .flatMap((period) => {
        const whole: FigureQuestion = {
          administrationId,
          period,
          audience: 'public',
          asOf,
          indicators: PUBLIC_INDICATORS,
        }
        if (level === 'month') return [whole]
        return PUBLIC_BREAKDOWNS.map((breakdown) => ({ ...whole, breakdown }))
      }),
  )
}

function spansIn(year: number, level: Level): Period[] {
  const length = { year: 12, quarter: 3, month: 1 }[level]
  return Array.from({ length: 12 / length }, (_, index) => {
    const first = index * length + 1
    const last = first + length - 1
    return { from: `${year}-${twoDigits(first)}-01`, until: lastDay(year, last) }
  })
}

function lastDay(year: number, month: number): PlainDate {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

/** The years of which something may be told: in public a month counts once it is over. */
export function yearsKept(months: readonly PlainDate[], asOf: PlainDate): number[] {
  const over = months.filter((month) => month.slice(0, 7) < asOf.slice(0, 7))
  return [...new Set(over.map((month) => Number(month.slice(0, 4))))].toSorted((a, b) => b - a)
}
