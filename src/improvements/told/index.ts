/**
 * "Usted dijo, hicimos": what a verified project changed, told by letter to those whose cases motivated it and
 * who agreed to hear, and to everybody on a page of its own. What they answer comes back to the project.
 */
export { takeFeedback, tellPeople } from './actions/tell-people.ts'
export { registerToldEmails } from './emails/improvement-told.ts'
export { tellChanges } from './tell-on-front.ts'
export { toldRoutes } from './pages/routes.ts'
export { toldUrls } from './urls.ts'
export { tellToldProofs } from './tell-proofs.ts'
export { inTheir } from './in-their-language.ts'
export { findTold, listTold, type Told } from './told-store.ts'
