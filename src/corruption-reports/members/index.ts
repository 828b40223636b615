/**
 * Those who hold keys: they make them in their own browsers, found the directory together, and sign who
 * comes in and who goes.
 */
export { registerMemberEmails } from './emails/keys-changed.ts'
export { tellOfReset } from './actions/tell-members.ts'
export { foundDemo } from './actions/found-demo.ts'
export { demoCode, demoSecrets } from './demo-secrets.ts'
export { memberRoutes } from './pages/routes.ts'
export { publicKeyRoutes } from './pages/public-keys.ts'
export { keysSection } from './sections.ts'
