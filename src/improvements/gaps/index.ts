/**
 * What stands between a service as it runs and as people need it: for every activity of its process the problem,
 * what shows it, the action and its priority (MAS, AB-01 to AB-08). What was closed stays as it is.
 */
export {
  GAP_LINK_KINDS,
  type Gap,
  type GapLink,
  type GapLinkKind,
  type GapRow,
  type LockedGap,
  type Priority,
} from './gap.ts'
export { getGap, listGaps } from './gap-store.ts'
export { listRows } from './gap-row-store.ts'
export { priorityOf, topOf } from './priority.ts'
export { findGap, topPriority } from './read-locked-gap.ts'
export { beginAnalysis } from './actions/begin-analysis.ts'
export { closeAnalysis, writeRow } from './actions/write-gaps.ts'
export { sayLink } from './say-gaps.ts'
export { listCasesOfRow } from './list-cases-of-row.ts'
export { gapRoutes, gapsSection } from './pages/routes.ts'
export { tellDue, tellProofs } from './tell-proofs.ts'
