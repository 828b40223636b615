/**
 * Charts as data: a sentence, a unit, months or categories, and what there is no value for. The same drawing
 * becomes an image of a page and vectors of a document; its table always stands beside it. Knows no feature.
 */
export {
  FORMS,
  isEmpty,
  MOST_BARS,
  MOST_SERIES,
  type Chart,
  type Form,
  type Point,
  type Series,
  type Unit,
} from './chart.ts'
export { chartTable, sayInterval, type ChartTable, type TableCell } from './chart-table.ts'
export { chartView, type Around, type ChartView } from './chart-view.ts'
export { areDistinct, compare, type Comparable, type Direction, type Verdict } from './compare.ts'
export { describeChart } from './describe-chart.ts'
export { drawChart } from './draw-chart.ts'
export { drawInPdf, heightAt, type PlaceOnPage } from './draw-in-pdf.ts'
export { fitted, line, words, WIDTH, type Drawing, type Shape } from './drawing.ts'
export { sayAmount, sayPoint, sayValue } from './say-value.ts'
export { sayChange, SUBJECTS, type Subject } from './say-change.ts'
export { writeSvg } from './write-svg.ts'
