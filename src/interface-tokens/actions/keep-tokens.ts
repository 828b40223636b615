import { randomUUID } from 'node:crypto'
import { recordChange } from '../../audit/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import { NotFound } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import { hashToken, newToken, type TokenScope } from '../token.ts'
import { insertToken, updateRevoked } from '../token-store.ts'
import type { StaffDeed } from '../../people/index.ts'

/** Makes a token and returns it: the only moment in which anybody sees it. */
export async function makeToken(
  { db }: Pick<System, 'db'>,
  deed: StaffDeed,
  { name, scope }: { name: string; scope: TokenScope },
): Promise<string> {
  const token = newToken()
  const tokenId = randomUUID()
  await inTransaction(db, async (tx) => {
    const made = { hash: hashToken(token), by: deed.accountId }
    await insertToken(tx, deed.administrationId, { tokenId, name, scope, createdAt: deed.at }, made)
    await recordChange(tx, { ...deed, action: 'interface_token_made', details: { tokenId, scope } })
  })
  return token
}

export async function revokeToken(
  { db }: Pick<System, 'db'>,
  deed: StaffDeed,
  tokenId: string,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const which = { administrationId: deed.administrationId, tokenId }
    if (!(await updateRevoked(tx, which, { at: deed.at, by: deed.accountId }))) throw new NotFound()
    await recordChange(tx, { ...deed, action: 'interface_token_revoked', details: { tokenId } })
  })
}
