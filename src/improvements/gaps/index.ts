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
