import { areDistinct, type Chart, type Point } from '../charts/index.ts'
import type { T } from '../../platform/i18n/index.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type { Figure, IndicatorId, MonthFigure } from '../indicators/index.ts'
import { unitOf } from './key-figures.ts'
import { membersIn, pick } from './pick.ts'
import { pointOf } from './say-missing.ts'

/** Below this nobody is compared with anybody (domain 11.1). */
export const FEWEST_TO_COMPARE = 30

export interface Speech {
  t: T
  lang: string
}

/** One indicator month by month. */
export function monthsChart(
  months: readonly MonthFigure[],
  which: { indicator: IndicatorId; measure: string; kind: string; as: 'share' | 'cases' },
  words: { title: string; name: string },
  { t, lang }: Speech,
): Chart {
  const told = months.filter(
    (each) =>
      each.indicator === which.indicator &&
      each.measure === which.measure &&
      each.kind === which.kind &&
      each.member === null,
  )
  const gaps = told.filter(({ missing }) => missing === 'gap').map(({ month }) => month)
  return {
    form: 'lines',
    title: words.title,
    unit: unitOf(which.as, t),
    axis: t('dashboards.axis.month'),
    categories: told.map(({ month }) => sayMonth(month, lang)),
    series: [{ name: words.name, points: told.map((each) => pointOf(each, t)) }],
    note: sayGaps(gaps, { t, lang }),
  }
}

/** "ene 2026" */
export function sayMonth(month: PlainDate, lang: string): string {
  const format = new Intl.DateTimeFormat(lang, { month: 'short', year: 'numeric', timeZone: 'UTC' })
  return format.format(new Date(`${month.slice(0, 7)}-01T00:00:00Z`)).replace('.', '')
}

function sayGaps(months: readonly PlainDate[], { t, lang }: Speech): string | null {
  const [first, last] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined) return null
  if (months.length === 1) return t('dashboards.gap.one', { month: sayMonth(first, lang) })
  return t('dashboards.gap.several', {
    count: months.length,
    from: sayMonth(first, lang),
    until: sayMonth(last, lang),
  })
}

const AGES = ['age_0', 'age_11', 'age_21', 'age_31'] as const

/** How long what is open has waited: of each hundred, how many in each band. */
export function backlogChart(figures: readonly Figure[], kind: string, { t, lang }: Speech): Chart {
  const ages = AGES.map((measure) => pick(figures, { indicator: 'Q12', measure, kind }))
  const old = ages.slice(2).reduce((sum, figure) => sum + (figure?.value ?? 0), 0)
  const known = ages.some((figure) => typeof figure?.value === 'number')
  const unit = unitOf('share', t)
  const share = `${new Intl.NumberFormat(lang, { maximumFractionDigits: 0 }).format(old * 100)} %`
  return {
    form: 'bars',
    title: known ? t('dashboards.title.backlog_age', { share }) : t('dashboards.title.no_backlog'),
    unit,
    axis: t('dashboards.axis.age'),
    categories: AGES.map((age) => t(`dashboards.age.${age}`)),
    series: [
      { name: t('dashboards.axis.of_the_open'), points: ages.map((figure) => pointOf(figure, t)) },
    ],
    note: sayMedianAge(pick(figures, { indicator: 'Q12', measure: 'median_from', kind }), t),
  }
}

function sayMedianAge(median: Figure | null, t: T): string | null {
  return median === null || median.value === null
    ? null
    : t(`dashboards.note.median_age_${median.value}`)
}

const STEPS: readonly { indicator: IndicatorId; measure: string }[] = [
  { indicator: 'Q08', measure: 'p50_working_days' },
  { indicator: 'Q09', measure: 'p50_working_days' },
  { indicator: 'Q10', measure: 'p50_working_days' },
]

/** Half of the cases took so long until each step. */
export function stepsChart(figures: readonly Figure[], kind: string, { t }: Speech): Chart {
  const steps = STEPS.map((step) => pick(figures, { ...step, kind }))
  return {
    form: 'bars',
    title: t('dashboards.title.steps'),
    unit: unitOf('days', t),
    axis: t('dashboards.axis.step'),
    categories: STEPS.map(({ indicator }) => t(`dashboards.step.${indicator}`)),
    series: [{ name: t('dashboards.axis.median'), points: steps.map((each) => pointOf(each, t)) }],
    note: t('dashboards.note.steps'),
  }
}

export interface MemberWords {
  nameOf: (member: string) => string
  title: string
  axis: string
}

/**
 * Answered in time, by member. With fewer than thirty nobody is compared; and they stand by the alphabet unless
 * at least two of them can be told apart (domain 11.3). Never by volume.
 */
export function inTimeByMember(
  figures: readonly Figure[],
  kind: string,
  { nameOf, axis }: Omit<MemberWords, 'title'>,
  { t, lang }: Speech,
): Chart {
  const rows = membersIn(figures).map((member) => {
    const figure = pick(figures, { indicator: 'Q04', measure: 'share', kind, member })
    return { name: nameOf(member), figure, comparable: isComparable(figure) }
  })
  const compared = rows.flatMap(({ figure, comparable }) => (figure && comparable ? [figure] : []))
  const distinct = compared.some((one) => compared.some((other) => areDistinct(one, other)))
  const ordered = rows.toSorted(
    (one, other) =>
      (distinct ? worthOf(other) - worthOf(one) : 0) || one.name.localeCompare(other.name, lang),
  )
  return {
    form: 'bars',
    title: t(
      compared.length < 2
        ? 'dashboards.title.too_few_to_compare'
        : distinct
          ? 'dashboards.title.members_differ'
          : 'dashboards.title.members_alike',
    ),
    unit: unitOf('share', t),
    axis,
    categories: ordered.map(({ name }) => name),
    series: [
      {
        name: t('dashboards.figure.Q04_share'),
        points: ordered.map(({ figure, comparable }): Point =>
          figure && !comparable && figure.value !== null
            ? { value: null, n: figure.n, missing: t('dashboards.missing.under_thirty') }
            : pointOf(figure, t),
        ),
      },
    ],
    note: t('dashboards.note.fair'),
  }
}

function isComparable(figure: Figure | null): boolean {
  return figure !== null && figure.value !== null && figure.n >= FEWEST_TO_COMPARE
}

function worthOf({ figure, comparable }: { figure: Figure | null; comparable: boolean }): number {
  return comparable ? (figure?.value ?? 0) : -1
}

/** How many of each, the most frequent first: what people speak about, by which channel they come. */
export function receivedByMember(
  figures: readonly Figure[],
  kind: string,
  { nameOf, title, axis }: MemberWords,
  { t, lang }: Speech,
): Chart {
  const rows = membersIn(figures)
    .map((member) => ({
      name: nameOf(member),
      point: pointOf(pick(figures, { indicator: 'Q01', measure: 'count', kind, member }), t),
    }))
    .toSorted(
      (one, other) =>
        (other.point.value ?? 0) - (one.point.value ?? 0) ||
        one.name.localeCompare(other.name, lang),
    )
  const shown = rows.filter(({ point }) => (point.value ?? 0) > 0)
  const hidden = rows.filter(({ point }) => point.value === null).length
  return {
    form: 'bars',
    title,
    unit: unitOf('cases', t),
    axis,
    categories: shown.map(({ name }) => name),
    note: hidden === 0 ? null : t('dashboards.note.others_hidden', { count: hidden }),
    series: [
      {
        name: t('dashboards.figure.Q01_count'),
        points: shown.map(({ point: { n: _, ...point } }) => point),
      },
    ],
  }
}
