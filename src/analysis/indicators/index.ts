/**
 * Indicators: what the cases tell, counted into cells by month, and what the formulas of the catalogue make
 * of them. A figure says on how many it rests, how far chance may have moved it, and why it is missing.
 */
export { countMarked } from './actions/count-marked.ts'
export { rebuildIndicators, type Rebuilt } from './actions/rebuild-indicators.ts'
export type { CaseFacts, Span, Stay } from './case-facts.ts'
export {
  BREAKDOWNS,
  type Breakdown,
  type Figure,
  type FigureQuestion,
  type FiguresUpTo,
  type IndicatorId,
  type Missing,
  type MonthFigure,
  type Period,
} from './figure.ts'
export { ACCESS_PARTS, accessFigures } from './access-figures.ts'
export { CATALOGUE, definitionOf } from './formulas/catalogue.ts'
export type { Indicator, Need } from './formulas/indicator.ts'
export { readFigures, readManyFigures } from './read-figures.ts'
export { monthQuestions, readMonths, readSeries, seriesOf } from './read-series.ts'
export { listMonthsReceived } from './cell-rows-store.ts'
export { smallestFor } from './question.ts'
export { registerIndicatorJobs } from './jobs.ts'
export { figuresUpTo } from './state-store.ts'
export { monthAfter } from './spans.ts'
