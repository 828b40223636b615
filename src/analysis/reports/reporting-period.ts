import type { PlainDate } from '../../platform/dates.ts'
import type { T } from '../../platform/i18n/index.ts'
import type { Period } from '../indicators/figure.ts'

/** How often a report is written. */
export const RHYTHMS = ['month', 'quarter', 'half', 'year'] as const
export type Rhythm = (typeof RHYTHMS)[number]

const MONTHS: Readonly<Record<Rhythm, number>> = { month: 1, quarter: 3, half: 6, year: 12 }

/** `2026-07`, `2026-Q3`, `2026-H2` or `2026`: what the command, the addresses and the rows call it. */
export interface ReportingPeriod extends Period {
  code: string
  rhythm: Rhythm
  year: number
  /** Which of its year, from 1. */
  place: number
}

const CODE = /^(20\d\d)(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/

export function readPeriod(code: string): ReportingPeriod | null {
  const found = CODE.exec(code)
  if (!found) return null
  const [, year, month, quarter, half] = found.map(Number)
  if (month) return periodOf('month', Number(year), month)
  if (quarter) return periodOf('quarter', Number(year), quarter)
  if (half) return periodOf('half', Number(year), half)
  return periodOf('year', Number(year), 1)
}

export function periodBefore({ rhythm, year, place }: ReportingPeriod): ReportingPeriod {
  return place > 1
    ? periodOf(rhythm, year, place - 1)
    : periodOf(rhythm, year - 1, 12 / MONTHS[rhythm])
}

export function yearBefore({ rhythm, year, place }: ReportingPeriod): ReportingPeriod {
  return periodOf(rhythm, year - 1, place)
}

/** The last one that was over before this day. */
export function lastFinished(rhythm: Rhythm, today: PlainDate): ReportingPeriod {
  const month = Number(today.slice(5, 7))
  const place = Math.ceil(month / MONTHS[rhythm])
  return periodBefore(periodOf(rhythm, Number(today.slice(0, 4)), place))
}

/** All of a year, the first first. */
export function periodsOf(rhythm: Rhythm, year: number): ReportingPeriod[] {
  const length = 12 / MONTHS[rhythm]
  return Array.from({ length }, (_, index) => periodOf(rhythm, year, index + 1))
}

export function sayPeriod({ rhythm, year, place }: ReportingPeriod, t: T): string {
  if (rhythm === 'year') return String(year)
  const name = t(`analysis-reports.period.${rhythm}_${place}`)
  return t('analysis-reports.period.of_year', { name, year })
}

/** What a report of a year can be about besides the whole: halves, quarters and months. */
export function partsOfYear(): { part: string; said: (t: T) => string }[] {
  const parts = (['half', 'quarter', 'month'] as const).flatMap((rhythm) =>
    Array.from({ length: 12 / MONTHS[rhythm] }, (_, index) => ({ rhythm, place: index + 1 })),
  )
  return parts.map(({ rhythm, place }) => ({
    part: partOf(rhythm, place),
    said: (t) => t(`analysis-reports.period.${rhythm}_${place}`),
  }))
}

function periodOf(rhythm: Rhythm, year: number, place: number): ReportingPeriod {
  const last = place * MONTHS[rhythm]
  const first = last - MONTHS[rhythm] + 1
  const part = partOf(rhythm, place)
  return {
    code: part === '' ? String(year) : `${year}-${part}`,
    rhythm,
    year,
    place,
    from: `${year}-${twoDigits(first)}-01`,
    until: `${year}-${twoDigits(last)}-${daysIn(year, last)}`,
  }
}

function partOf(rhythm: Rhythm, place: number): string {
  return { month: twoDigits(place), quarter: `Q${place}`, half: `H${place}`, year: '' }[rhythm]
}

const twoDigits = (value: number) => String(value).padStart(2, '0')

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}
