import type { Request } from 'express'
import { findAdministrationBySlug } from '../administrations/index.ts'
import { localDate } from '../platform/dates.ts'
import { NotSignedIn } from '../platform/errors.ts'
import type { Guard } from '../platform/web/index.ts'
import type { System } from '../system.ts'
import { hashToken, tokenIn, type TokenScope } from './token.ts'
import { findGoodToken, updateLastUsedOn } from './token-store.ts'

/**
 * Another system that shows a token of the administration of `:slug` for this scope. A wrong token and an
 * unknown administration look the same.
 */
export function tokenFor(system: System, scope: TokenScope): Guard {
  return async (request: Request) => {
    const token = tokenIn(request.get('Authorization'))
    const administration = await findAdministrationBySlug(system.db, String(request.params['slug']))
    if (token === null || !administration) throw new NotSignedIn()
    const { administrationId, timeZone } = administration
    const good = await findGoodToken(system.db, { administrationId, hash: hashToken(token), scope })
    if (!good) throw new NotSignedIn()
    const today = localDate(system.clock(), timeZone)
    if (good.lastUsedOn !== today) {
      await updateLastUsedOn(system.db, { administrationId, tokenId: good.tokenId }, today)
    }
  }
}
