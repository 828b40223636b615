/**
 * The programme of collection: by which doors people are heard, the strategy, the procedure in versions that
 * somebody validated, the calendar of what was planned and done, and the evidence (MAS, NC-01 to NC-05).
 */
export {
  finishActivity,
  planActivity,
  validateDocument,
  writeDocument,
} from './actions/keep-programme.ts'
export { programmeRoutes, programmeSection } from './pages/routes.ts'
export {
  REQUIREMENTS,
  stateOf,
  type Requirement,
  type RequirementState,
} from './programme-state.ts'
export type { ProgrammeDocument } from './document.ts'
export { getDocumentFile } from './document-store.ts'
export { PARTS } from './document.ts'
export { readCollected, type Collected } from './read-proof.ts'
export { listActivities, type Activity } from './activity-store.ts'
