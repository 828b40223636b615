/**
 * Good practices: a problem and the initiative of one's own or replicated that answers it, its plan, what came of
 * it, the four tests, the innovation sheet, and its recognition while it is kept up (MAS, BP-01 to BP-11).
 */
export { writePractice, type PracticeText } from './actions/write-practice.ts'
export { acknowledge } from './actions/acknowledge.ts'
export { checkPractice, noteRecognition } from './actions/follow-practice.ts'
export { practiceRoutes, practicesSection } from './pages/routes.ts'
export { tellSustainmentDue } from './tell-due.ts'
export { tellPracticeProofs } from './tell-proofs.ts'
export { practiceUrls } from './urls.ts'
