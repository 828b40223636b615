/**
 * How far each service is on line, as seen on a day, what shall bring it further, and what each centre has of
 * tickets, screens, kiosks and appointments (MAS, MD-01 to MD-08).
 */
export { assessService, noteMean } from './actions/note-digital.ts'
export { digitalisationRoutes, digitalisationSection } from './pages/routes.ts'
export { tellProofs } from './tell-proofs.ts'
