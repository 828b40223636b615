/**
 * Figures that are fair, for every feature that shows some: a share says on how many it rests and how far
 * chance may have moved it, a rate without a denominator is not known, and the few stay hidden.
 */
export {
  countOf,
  histogramOf,
  meanOf,
  percentileInterval,
  percentileOf,
  sumHistograms,
  type Histogram,
} from './histogram.ts'
export {
  proportionOf,
  ratePerThousand,
  responseRate,
  riskRatio,
  type Proportion,
} from './shares.ts'
export { isFew, shownCells, SMALLEST_CELL, SMALLEST_PUBLIC_CELL } from './shown-cells.ts'
export { exactRatio } from './exact-ratio.ts'
export { hiddenTogether, type CountsOf } from './hidden-together.ts'
export { rankCorrelation } from './rank-correlation.ts'
