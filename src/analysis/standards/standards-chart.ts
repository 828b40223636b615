import { sayStandard, type BookRules } from '../../administrations/index.ts'
import type { T } from '../../platform/i18n/index.ts'
import type { Chart, Point } from '../charts/index.ts'
import type { Attainment } from './attainment.ts'

/** What was promised beside what was kept; null where nothing was promised. */
export function standardsChart(
  attainments: readonly Attainment[],
  { book, kind, t }: { book: Pick<BookRules, 'names'>; kind: string; t: T },
): Chart | null {
  if (attainments.length === 0) return null
  return {
    form: 'bars',
    title: titleOf(attainments, t),
    unit: { text: null, as: 'percent', decimals: 1 },
    axis: t('service-standards.promise'),
    categories: attainments.map(({ standard }) => sayStandard(standard, book, t)),
    series: [
      {
        name: t('service-standards.chart.kept'),
        points: attainments.map((each) => pointOf(each, t)),
      },
      {
        name: t('service-standards.chart.promised'),
        points: attainments.map(({ standard }) => ({ value: standard.ofHundred / 100 })),
      },
    ],
    note: t('service-standards.chart.note', { kind: kind.toLocaleLowerCase() }),
  }
}

function titleOf(attainments: readonly Attainment[], t: T): string {
  const verdicts = attainments.map(({ verdict }) => verdict).filter((verdict) => verdict !== null)
  const broken = verdicts.filter((verdict) => verdict === 'broken').length
  if (verdicts.length === 0) return t('service-standards.chart.unknown')
  if (broken > 0) return t('service-standards.chart.broken', { count: broken })
  return verdicts.every((verdict) => verdict === 'kept')
    ? t('service-standards.chart.all_kept')
    : t('service-standards.chart.unsure')
}

function pointOf({ value, n, interval, missing }: Attainment, t: T): Point {
  if (value !== null) return { value, n, interval }
  return { value: null, missing: t(`service-standards.missing.${missing ?? 'not_measured'}`) }
}
