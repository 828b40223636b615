import type { T } from '../../../platform/i18n/index.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import { inLanguage } from '../../../regimes/index.ts'
import { BREAKDOWNS } from '../../indicators/index.ts'
import { periodBefore, readPeriod, type ReportingPeriod } from '../../reports/reporting-period.ts'
import { AGAINST, quarterOf } from '../view-query.ts'
import type { Room } from './room.ts'

interface Choice {
  value: string
  text: string
}

const QUARTERS = 8
const MONTHS = 13
const YEARS = 3

/** What the form of filters offers. */
export function filterChoices({ book, centres, mayAskAll, today, t, lang }: Room) {
  return {
    periods: periodGroups(today, { t, lang }),
    against: AGAINST.map((value) => ({ value, text: t(`dashboards.against.${value}`) })),
    centres: [
      ...(mayAskAll ? [{ value: '', text: t('dashboards.filter.everywhere') }] : []),
      ...centres.map(({ slug, name }) => ({ value: slug, text: name })),
    ],
    kinds: book.regime.kinds.map(({ code, label }) => ({
      value: code,
      text: inLanguage(label, lang),
    })),
    breakdowns: BREAKDOWNS.map((value) => ({ value, text: t(`dashboards.breakdown.${value}`) })),
  }
}

function periodGroups(today: PlainDate, speech: { t: T; lang: string }) {
  const month = readPeriod(today.slice(0, 7))
  const year = readPeriod(today.slice(0, 4))
  const group = (name: string, first: ReportingPeriod | null, count: number) => ({
    text: speech.t(`dashboards.period.${name}`),
    items: backFrom(first, count).map((period): Choice => ({
      value: period.code,
      text: sayMonths(period, speech),
    })),
  })
  return [
    group('quarters', quarterOf(today), QUARTERS),
    group('months', month, MONTHS),
    group('years', year, YEARS),
  ]
}

function backFrom(first: ReportingPeriod | null, count: number): ReportingPeriod[] {
  const periods: ReportingPeriod[] = []
  for (let period = first; period && periods.length < count; period = periodBefore(period)) {
    periods.push(period)
  }
  return periods
}

/** "octubre a diciembre de 2026", "noviembre de 2026", "2026" */
export function sayMonths(
  { rhythm, from, until, year }: ReportingPeriod,
  { t, lang }: { t: T; lang: string },
): string {
  if (rhythm === 'year') return String(year)
  const name = (day: PlainDate) =>
    new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC' }).format(
      new Date(`${day}T00:00:00Z`),
    )
  if (rhythm === 'month') return t('dashboards.period.month', { month: name(from), year })
  return t('dashboards.period.range', { from: name(from), until: name(until), year })
}
