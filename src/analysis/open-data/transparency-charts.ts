import { isEmpty, MOST_SERIES, type Chart } from '../charts/index.ts'
import { standardsChart, type Attainment } from '../standards/index.ts'
import type { BookRules } from '../../administrations/index.ts'
import type { T } from '../../platform/i18n/index.ts'
import {
  inTimeByMember,
  pick,
  pointOf,
  receivedByMember,
  sayMonth,
  unitOf,
} from '../dashboards/index.ts'
import type { Figure, MonthFigure } from '../indicators/index.ts'

export interface PublicFigures {
  /** Of the year, with the whole beside the centres. */
  byCentre: readonly Figure[]
  byMotive: readonly Figure[]
  months: readonly MonthFigure[]
  /** What was promised of the services, for the kind of which most came in. */
  standards: readonly Attainment[]
}

export interface PublicPart {
  id: 'came_in' | 'answered' | 'promised' | 'spoken'
  charts: Chart[]
}

interface Naming {
  kinds: readonly { code: string; label: string }[]
  nameOf: (member: string) => string
  book: Pick<BookRules, 'names'>
}

interface Speech {
  t: T
  lang: string
}

/** The charts of the public page; one of which nothing may be shown is left out. */
export function transparencyCharts(
  { byCentre, byMotive, months, standards }: PublicFigures,
  { kinds, nameOf, book }: Naming,
  speech: Speech,
): PublicPart[] {
  const { t } = speech
  const told = mostReceived(byCentre, kinds)
  const [main] = told
  if (!main) return []
  const axis = t('dashboards.breakdown.motive')
  const spoken = { nameOf, axis, title: t('open-data.title.spoken', { kind: main.label }) }
  const compared = inTimeByMember(
    byCentre,
    main.code,
    { nameOf, axis: t('dashboards.breakdown.centre') },
    speech,
  )
  const parts: PublicPart[] = [
    { id: 'came_in', charts: [monthsByKind(months, told, speech)] },
    {
      id: 'answered',
      charts: [
        {
          ...compared,
          title: t('open-data.title.centres', { kind: main.label, says: compared.title }),
        },
      ],
    },
    {
      id: 'promised',
      charts: [standardsChart(standards, { book, kind: main.label, t })].filter(
        (chart) => chart !== null,
      ),
    },
    { id: 'spoken', charts: [receivedByMember(byMotive, main.code, spoken, speech)] },
  ]
  return parts
    .map(({ id, charts }) => ({ id, charts: charts.filter((chart) => !isEmpty(chart)) }))
    .filter(({ charts }) => charts.length > 0)
}

/** The kinds of which something may be told, the most frequent first. */
export function mostReceived<K extends { code: string }>(
  figures: readonly Figure[],
  kinds: readonly K[],
): K[] {
  const countOf = (kind: string) =>
    pick(figures, { indicator: 'Q01', measure: 'count', kind })?.value ?? null
  return kinds
    .filter(({ code }) => countOf(code) !== null)
    .toSorted((one, other) => (countOf(other.code) ?? 0) - (countOf(one.code) ?? 0))
    .slice(0, MOST_SERIES)
}

function monthsByKind(
  months: readonly MonthFigure[],
  kinds: Naming['kinds'],
  { t, lang }: Speech,
): Chart {
  const days = [...new Set(months.map(({ month }) => month))]
  return {
    form: 'lines',
    title: t('open-data.title.months'),
    unit: unitOf('cases', t),
    axis: t('dashboards.axis.month'),
    categories: days.map((month) => sayMonth(month, lang)),
    series: kinds.map(({ code, label }) => ({
      name: label,
      points: days.map((month) => {
        const ofMonth = months.filter((each) => each.month === month)
        const { n: _, ...point } = pointOf(
          pick(ofMonth, { indicator: 'Q01', measure: 'count', kind: code }),
          t,
        )
        return point
      }),
    })),
    note: t('open-data.note.few'),
  }
}
