import type { Request } from 'express'
import { findAdministrationBySlug } from '../administrations/index.ts'
import { localDate } from '../platform/dates.ts'
import { NotSignedIn } from '../platform/errors.ts'
import type { Guard } from '../platform/web/index.ts'
import type { System } from '../system.ts'
import { hashToken, tokenIn, type TokenScope } from './token.ts'
import { findGoodToken, updateLastUsedOn, type GoodToken } from './token-store.ts'

/** Another system that shows a token of the administration of `:slug` for this scope. */
export function tokenFor(system: System, scope: TokenScope): Guard {
  return async (request: Request) => {
    await requireToken(system, request, scope)
  }
}

/** For a door that anybody may use and a system with a token for more: null when none was shown. */
export async function findShownToken(
  system: System,
  request: Request,
  scope: TokenScope,
): Promise<GoodToken | null> {
  return request.get('Authorization') === undefined ? null : requireToken(system, request, scope)
}

/** A wrong token and an unknown administration look the same. */
async function requireToken(
  system: System,
  request: Request,
  scope: TokenScope,
): Promise<GoodToken> {
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
  return good
}
