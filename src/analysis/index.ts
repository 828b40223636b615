/**
 * What people said, understood: indicators, themes and codes, dashboards, and the report of each period. It
 * reads only what other features publish, and of sealed reports nothing but their public figures.
 */
export type { Breakdown, Figure, FigureQuestion, IndicatorId, Period } from './indicators/figure.ts'
export { BREAKDOWNS } from './indicators/figure.ts'
