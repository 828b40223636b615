/**
 * Dissemination: what the staff is told and has to know, to whom, when and how, each reading confirmed on screen
 * with a short quiz, and who came since (MAS, NC-11, AB-08, PM-07, AC-01 to AC-03, BP-09, EM-04).
 */
export {
  coverageOf,
  SUBJECTS,
  type Coverage,
  type Dissemination,
  type DisseminationSubject,
} from './dissemination.ts'
export { confirmReading, disseminate, type ToDisseminate } from './actions/disseminate.ts'
export { listDisseminations, listReadings } from './dissemination-store.ts'
export { disseminationRoutes, disseminationSection, toReadSection } from './pages/routes.ts'
export { tellDisseminationsDue } from './tell-due.ts'
export { tellDisseminationProofs } from './tell-proofs.ts'
export { disseminationUrls } from './urls.ts'
