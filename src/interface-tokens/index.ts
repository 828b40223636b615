/**
 * With what other systems speak to the machine interface: a token for one scope in one administration, made
 * on a page, shown once, kept as its hash, taken back by a button.
 */
import { Router } from 'express'
import { staffOf, type Role, type Section } from '../people/index.ts'
import { addRoutes } from '../platform/web/index.ts'
import type { System } from '../system.ts'
import { paths, sendNewToken, sendRevocation, showTokens } from './pages/tokens.ts'

export { makeToken, revokeToken } from './actions/keep-tokens.ts'
export { findShownToken, tokenFor } from './guard.ts'
export type { GoodToken } from './token-store.ts'
export { TOKEN_SCOPES, type TokenScope } from './token.ts'

const keepers: readonly Role[] = ['system_admin', 'claims_manager']

export const tokensSection: Section = {
  text: 'interface-tokens.title',
  path: 'interfaz',
  roles: keepers,
}

export function tokenRoutes(system: System): Router {
  const router = Router()
  const keeping = staffOf(...keepers)
  addRoutes(router, [
    ['get', paths.list, keeping, showTokens(system)],
    ['post', paths.list, keeping, sendNewToken(system)],
    ['post', paths.revocation, keeping, sendRevocation(system)],
  ])
  return router
}
