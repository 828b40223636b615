import type { T } from '../../../platform/i18n/index.ts'
import { compare, MOST_SERIES, sayChange, type Chart, type Point } from '../../charts/index.ts'
import type { Figure, MonthFigure } from '../../indicators/figure.ts'
import type { Kind } from './figure-blocks.ts'

type Speech = { t: T; lang: string }

/** What came in month by month, a line a kind; a month that nobody kept is a gap. */
export function receivedByMonth(
  series: readonly MonthFigure[],
  kinds: readonly Kind[],
  { title, speech }: { title: string; speech: Speech },
): Chart {
  const { t, lang } = speech
  const months = [...new Set(series.map(({ month }) => month))].sort()
  const used = kinds.filter(({ code }) => series.some(({ kind, n }) => kind === code && n > 0))
  return {
    form: 'lines',
    title,
    unit: { text: t('analysis-reports.unit.cases'), as: 'number', decimals: 0 },
    axis: t('analysis-reports.axis.month'),
    categories: months.map((month) => shortMonth(month, lang)),
    series: used.slice(0, MOST_SERIES).map(({ code, label }) => ({
      name: label,
      points: months.map((month) =>
        countOf(
          series.find((each) => each.month === month && each.kind === code),
          t,
        ),
      ),
    })),
  }
}

/** One bar a member, with how far chance may have moved it; in the order of the alphabet, never a ranking. */
export function shareByMember(
  figures: readonly Figure[],
  names: ReadonlyMap<string, string>,
  { title, axis, speech }: { title: string; axis: string; speech: Speech },
): Chart {
  const { t } = speech
  const members = figures
    .filter(({ member }) => member !== null)
    .map((figure) => ({ figure, name: nameOf(figure.member ?? '', names, t) }))
    .toSorted((one, other) => one.name.localeCompare(other.name))
  return {
    form: 'bars',
    title,
    unit: { text: null, as: 'percent', decimals: 1 },
    axis,
    categories: members.map(({ name }) => name),
    series: [{ name: axis, points: members.map(({ figure }) => pointOf(figure, t)) }],
  }
}

/** The most frequent first: what is counted is what was said, not how well somebody works. */
export function countByMember(
  figures: readonly Figure[],
  names: ReadonlyMap<string, string>,
  { title, axis, speech }: { title: string; axis: string; speech: Speech },
): Chart {
  const { t } = speech
  const isNamed = ({ member }: Figure) => names.has(member ?? '')
  const used = figures.filter(({ member, value }) => member !== null && value !== 0)
  // a book that names no motive has none to show
  const members = (used.some(isNamed) ? used : []).toSorted(
    (one, other) => (other.value ?? 0) - (one.value ?? 0),
  )
  return {
    form: 'bars',
    title,
    unit: { text: t('analysis-reports.unit.cases'), as: 'number', decimals: 0 },
    axis,
    categories: members.map(({ member }) => nameOf(member ?? '', names, t)),
    series: [
      {
        name: t('analysis-reports.unit.received'),
        points: members.map((figure) => countOf(figure, t)),
      },
    ],
  }
}

/** Whether it can be said that more came in than in the period before. */
export function titleOfReceived(now: Figure | undefined, before: Figure | undefined, t: T): string {
  if (!now || !before) return t('analysis-reports.chart.received')
  const verdict = compare(now, before, { direction: 'none', counts: true })
  return sayChange(t, { subject: 'received', verdict })
}

export function titleOfInTime(now: Figure | undefined, before: Figure | undefined, t: T): string {
  if (!now || !before) return t('analysis-reports.chart.in_time')
  const verdict = compare(now, before, { direction: 'higher' })
  return sayChange(t, { subject: 'in_time', verdict })
}

function pointOf(figure: Figure | undefined, t: T): Point {
  if (!figure) return { value: null }
  const { value, n, interval, missing } = figure
  const why = missing === null ? null : t(`analysis-reports.missing.${missing}`)
  return { value, n: missing === 'hidden' ? null : n, interval, missing: why }
}

/** A count rests on itself. */
function countOf(figure: Figure | undefined, t: T): Point {
  return { ...pointOf(figure, t), n: null }
}

function nameOf(member: string, names: ReadonlyMap<string, string>, t: T): string {
  return names.get(member) ?? t('analysis-reports.no_member')
}

/** "jul 2023" */
function shortMonth(month: string, lang: string): string {
  const names = new Intl.DateTimeFormat(lang, { month: 'short', timeZone: 'UTC' })
  return `${names.format(new Date(`${month}T00:00:00Z`))} ${month.slice(0, 4)}`
}
