/**
 * Reports of corruption, which live apart, sealed: own tables, own keys, own pages. Only the members of
 * the directory of keys open them, in their own browsers; the rest of the book knows that there is a
 * door, and no more.
 */
export { hostGate, roomHeaders, sideOf } from './inside/index.ts'
export { reportersRoad } from './road/reporters-road.ts'
export { openSealed, requireSealed, SealedClosed, type Sealed } from './sealed-database.ts'
export { doorUrl } from './urls.ts'
