import type { T } from '../../platform/i18n/index.ts'
import type { Point } from '../charts/index.ts'
import type { Figure } from '../indicators/index.ts'

/** A figure as a point of a chart: its value, or in words why there is none. */
export function pointOf(figure: Figure | null, t: T): Point {
  if (!figure) return { value: null, missing: t('dashboards.missing.no_cases') }
  const { value, n, interval, missing } = figure
  if (value !== null) return { value, n, interval }
  return { value: null, missing: t(`dashboards.missing.${missing ?? 'no_cases'}`) }
}
