import type { Chart, Point } from '../charts/index.ts'
import { formatNumber } from '../../platform/i18n/index.ts'
import type { Figure, IndicatorId } from '../indicators/index.ts'
import type { Speech } from './charts-of.ts'
import { unitOf } from './key-figures.ts'
import { membersIn, pick } from './pick.ts'
import { pointOf } from './say-missing.ts'

interface Part {
  name: string
  point: Point
}

/** Of each hundred cases, how many of each kind (Q21), and compliments for each claim. */
export function kindsChart(
  figures: readonly Figure[],
  kinds: readonly { code: string; label: string }[],
  speech: Speech,
): Chart {
  const { t, lang } = speech
  const parts = kinds.map(({ code, label }) => ({
    name: label,
    point: pointOf(pick(figures, { indicator: 'Q21', measure: 'share', kind: code }), t),
  }))
  const ratio = pick(figures, {
    indicator: 'Q21',
    measure: 'compliments_per_claim',
    kind: null,
  })?.value
  return {
    ...sharesChart(parts, 'Q21', speech),
    title: t('dashboards.title.kinds'),
    axis: t('dashboards.filter.kind'),
    note:
      ratio == null
        ? null
        : t('dashboards.note.compliments', { ratio: formatNumber(ratio, lang, 2) }),
  }
}

/** Of each hundred cases, by which channel they came in (Q20). */
export function channelsChart(
  figures: readonly Figure[],
  kind: string,
  nameOf: (member: string) => string,
  speech: Speech,
): Chart {
  const { t } = speech
  const parts = membersIn(figures).map((member) => ({
    name: nameOf(member),
    point: pointOf(pick(figures, { indicator: 'Q20', measure: 'share', kind, member }), t),
  }))
  return {
    ...sharesChart(parts, 'Q20', speech),
    title: t('dashboards.title.spoken_channel'),
    axis: t('dashboards.breakdown.channel'),
  }
}

function sharesChart(parts: readonly Part[], indicator: IndicatorId, { t, lang }: Speech) {
  const ordered = parts.toSorted(
    (one, other) =>
      (other.point.value ?? -1) - (one.point.value ?? -1) ||
      one.name.localeCompare(other.name, lang),
  )
  return {
    form: 'bars' as const,
    unit: unitOf('share', t),
    categories: ordered.map(({ name }) => name),
    series: [
      { name: t(`dashboards.axis.${indicator}`), points: ordered.map(({ point }) => point) },
    ],
  }
}
