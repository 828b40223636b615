import type { Histogram } from '../../../statistics/index.ts'
import type { FigureQuestion, IndicatorId, Missing } from '../figure.ts'
import type { DayMeasure, Measure } from '../measures.ts'

/** What the cells of one place come to in a period. */
export interface Sums {
  /** In the period. */
  count(measure: DayMeasure): number
  /** Ever, until the last day of the period. */
  until(measure: DayMeasure): number
  histogram(measure: Measure): Histogram
  /** People attended in the same place and period; null: nobody counted them. */
  attended: number | null
  /** People who live where the whole administration serves; null: nobody noted it, or of a part. */
  inhabitants: number | null
}

/** One figure of an indicator, before it is known whether it may be shown. */
export interface Worth {
  measure: string
  value: number | null
  n: number
  interval?: { low: number; high: number } | null
  missing?: Missing
}

/** What an indicator rests on; what the book does not keep is said, never guessed. */
export const NEEDS = [
  'book',
  'attentions',
  'surveys',
  'sealed_figures',
  'population',
  'improvements',
  'answer_samples',
  'sites',
] as const
export type Need = (typeof NEEDS)[number]

export interface Indicator {
  id: IndicatorId
  /** Where its formula comes from. */
  source: 'domain 11.2'
  unit:
    | 'cases'
    | 'share'
    | 'days'
    | 'per_thousand'
    | 'per_ten_thousand'
    | 'score'
    | 'ratio'
    | 'correlation'
  direction: 'higher' | 'lower' | 'none'
  needs: readonly Need[]
}

/** One that the cells of a single place answer; where its figures rest on different cases, there are several. */
export interface CellIndicator extends Indicator {
  reads: readonly Measure[]
  /** What must not be few for it to be shown; `open`: what lies open on the last day. */
  rests: readonly Measure[] | 'open'
  worth(sums: Sums, question?: Pick<FigureQuestion, 'answerWithin'>): Worth[]
}
