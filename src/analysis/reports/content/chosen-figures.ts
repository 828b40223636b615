import type { IndicatorId } from '../../indicators/figure.ts'
import type { SectionKey } from '../report.ts'

/** How a value is said. */
export type Saying = 'count' | 'percent' | 'working_days' | 'per_thousand' | 'score'

export interface ChosenFigure {
  indicator: IndicatorId
  measure: string
  saying: Saying
  direction: 'higher' | 'lower' | 'none'
}

const of = (
  indicator: IndicatorId,
  measure: string,
  saying: Saying,
  direction: ChosenFigure['direction'] = 'none',
): ChosenFigure => ({ indicator, measure, saying, direction })

/** What a report says of each kind; the dashboards show the rest. */
export const CHOSEN: Readonly<Partial<Record<SectionKey, readonly ChosenFigure[]>>> = {
  received: [
    of('Q01', 'count', 'count'),
    of('Q02', 'rate', 'per_thousand'),
    of('Q18', 'share', 'percent'),
    of('Q19', 'share', 'percent'),
  ],
  times: [
    of('Q04', 'share', 'percent', 'higher'),
    of('Q06', 'share', 'percent', 'higher'),
    of('Q09', 'p50_working_days', 'working_days', 'lower'),
    of('Q09', 'p90_working_days', 'working_days', 'lower'),
    of('Q09', 'cohort_unanswered', 'percent', 'lower'),
    of('Q11', 'count', 'count', 'lower'),
    of('Q13', 'share', 'percent', 'lower'),
    of('Q15', 'share', 'percent', 'lower'),
  ],
  satisfaction: [
    of('Q26', 'satisfied', 'percent', 'higher'),
    of('Q26', 'mean', 'score', 'higher'),
    of('Q27', 'share', 'percent', 'higher'),
  ],
}

export const CHOSEN_INDICATORS: readonly IndicatorId[] = [
  ...new Set(Object.values(CHOSEN).flatMap((chosen) => chosen.map(({ indicator }) => indicator))),
]
