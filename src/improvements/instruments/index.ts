/**
 * The eight instruments of the quality norm (RSGP 006-2019-PCM/SGP, annexes 1 to 8) of a centre, a service and a
 * year: filled out of the one before and out of what the book has, row by row and never by themselves, signed by
 * the office, and then kept byte for byte. What is proposed quotes nobody: what a person erases is nowhere here.
 */
export { beginInstrument } from './actions/begin-instrument.ts'
export { signInstrument } from './actions/sign-instrument.ts'
export { addRows, type NewRow } from './actions/write-rows.ts'
export { KINDS, type Kind } from './kinds.ts'
export { instrumentRoutes, instrumentsSection } from './pages/routes.ts'
export { tellInstrumentsDue } from './tell-due.ts'
export { tellProofs } from './tell-proofs.ts'
