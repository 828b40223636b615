/**
 * What an evaluator's tablet and the server have in common, the same in its browser: the notes and photos that it
 * seals to a key whose other half never leaves the server, bound to who took them and to which visit, and what both
 * say to each other.
 */
export {
  FOUND_STATES,
  openNote,
  openPhoto,
  sealNote,
  sealPhoto,
  type FoundState,
  type ItemOfVisit,
  type PhotoOfVisit,
  type SealedNote,
} from './visit-item.ts'
export type {
  CopiedCriterion,
  CopiedElement,
  UndecidedItem,
  VisitCopy,
  VisitSession,
} from './wire.ts'
