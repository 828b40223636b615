import type { Subject, Unit } from '../charts/index.ts'
import type { T } from '../../platform/i18n/index.ts'
import type { IndicatorId } from '../indicators/index.ts'

export interface KeyFigure {
  indicator: IndicatorId
  measure: string
  subject: Subject
  as: 'cases' | 'share' | 'days' | 'ratio' | 'per_thousand' | 'per_ten_thousand'
  /** Of all kinds of cases together. */
  ofAll?: true
  /** As it is today: of before nothing is known. */
  today?: true
}

/** What every page can say of a period, in the order in which it is asked. */
export const KEY_FIGURES = [
  { indicator: 'Q01', measure: 'count', subject: 'received', as: 'cases' },
  { indicator: 'Q04', measure: 'share', subject: 'in_time', as: 'share' },
  { indicator: 'Q06', measure: 'share', subject: 'triage', as: 'share' },
  { indicator: 'Q08', measure: 'p50_working_days', subject: 'first_answers', as: 'days' },
  { indicator: 'Q09', measure: 'p50_working_days', subject: 'times', as: 'days' },
  { indicator: 'Q09', measure: 'p90_working_days', subject: 'times', as: 'days' },
  { indicator: 'Q11', measure: 'count', subject: 'backlog', as: 'cases' },
  { indicator: 'Q13', measure: 'share', subject: 'overdue', as: 'share' },
  { indicator: 'Q15', measure: 'share', subject: 'reopened', as: 'share' },
  { indicator: 'Q17', measure: 'asked', subject: 'corrections', as: 'share' },
  { indicator: 'Q18', measure: 'share', subject: 'redirected', as: 'share' },
  { indicator: 'Q26', measure: 'satisfied', subject: 'satisfaction', as: 'share' },
] as const satisfies readonly KeyFigure[]

/** What else the analyst finds, below the rest. */
export const FURTHER_FIGURES = [
  { indicator: 'Q02', measure: 'rate', subject: 'figure', as: 'per_thousand' },
  { indicator: 'Q03', measure: 'rate', subject: 'figure', as: 'per_ten_thousand' },
  { indicator: 'Q05', measure: 'share', subject: 'figure', as: 'share' },
  { indicator: 'Q07', measure: 'share', subject: 'figure', as: 'share' },
  { indicator: 'Q09', measure: 'cohort_unanswered', subject: 'figure', as: 'share' },
  { indicator: 'Q10', measure: 'p50_working_days', subject: 'figure', as: 'days' },
  { indicator: 'Q14', measure: 'ratio', subject: 'figure', as: 'ratio' },
  { indicator: 'Q16', measure: 'share', subject: 'figure', as: 'share' },
  { indicator: 'Q17', measure: 'archived_uncorrected', subject: 'figure', as: 'share' },
  { indicator: 'Q19', measure: 'share', subject: 'figure', as: 'share' },
  { indicator: 'Q27', measure: 'share', subject: 'figure', as: 'share' },
] as const satisfies readonly KeyFigure[]

const ofAll = { subject: 'figure', as: 'share', ofAll: true } as const

/** What became of what was found, told by whoever keeps improvements. */
export const IMPROVEMENT_FIGURES = [
  { ...ofAll, indicator: 'Q30', measure: 'share' },
  { ...ofAll, indicator: 'Q31', measure: 'share' },
  { ...ofAll, indicator: 'Q32', measure: 'share' },
] as const satisfies readonly KeyFigure[]

/** What a person finds who comes to a site. */
export const ACCESS_FIGURES = [
  { ...ofAll, today: true, indicator: 'Q34', measure: 'all' },
  { ...ofAll, today: true, indicator: 'Q34', measure: 'book' },
  { ...ofAll, today: true, indicator: 'Q34', measure: 'notice' },
  { ...ofAll, today: true, indicator: 'Q34', measure: 'paper' },
] as const satisfies readonly KeyFigure[]

export const RETURNED_FIGURES = [
  { ...ofAll, indicator: 'Q24', measure: 'share' },
] as const satisfies readonly KeyFigure[]

export const FURTHER_INDICATORS: readonly IndicatorId[] = [
  ...new Set<IndicatorId>(FURTHER_FIGURES.map(({ indicator }) => indicator)),
]

export const KEY_INDICATORS: readonly IndicatorId[] = [
  ...new Set<IndicatorId>([...KEY_FIGURES.map(({ indicator }) => indicator), 'Q10', 'Q12']),
]

export function unitOf(as: KeyFigure['as'], t: T): Unit {
  if (as === 'share') return { text: null, as: 'percent', decimals: 1 }
  if (as === 'ratio') return { text: null, as: 'number', decimals: 2 }
  if (as === 'per_thousand') {
    return { text: t('dashboards.unit.per_thousand'), as: 'number', decimals: 1 }
  }
  if (as === 'per_ten_thousand') {
    return { text: t('dashboards.unit.per_ten_thousand'), as: 'number', decimals: 1 }
  }
  const [text, ofOne] =
    as === 'days'
      ? [t('dashboards.unit.days'), t('dashboards.unit.day')]
      : [t('dashboards.unit.cases'), t('dashboards.unit.case')]
  return { text, ofOne, as: 'number', decimals: 0 }
}

export function figureName({ indicator, measure }: Pick<KeyFigure, 'indicator' | 'measure'>, t: T) {
  return t(`dashboards.figure.${indicator}_${measure}`)
}
