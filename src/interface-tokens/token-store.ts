import type { Db, Tx } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { TokenScope } from './token.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    interface_tokens: {
      administration_id: string
      token_id: string
      name: string
      scope: TokenScope
      token_hash: Buffer
      created_at: Date
      created_by: string
      last_used_on: PlainDate | null
      revoked_at: Date | null
      revoked_by: string | null
    }
  }
}

export interface InterfaceToken {
  tokenId: string
  name: string
  scope: TokenScope
  createdAt: Date
  lastUsedOn: PlainDate | null
  revokedAt: Date | null
}

export async function insertToken(
  tx: Tx,
  administrationId: string,
  token: Pick<InterfaceToken, 'tokenId' | 'name' | 'scope' | 'createdAt'>,
  made: { hash: Buffer; by: string },
): Promise<void> {
  await tx
    .insertInto('interface_tokens')
    .values({
      administration_id: administrationId,
      token_id: token.tokenId,
      name: token.name,
      scope: token.scope,
      token_hash: made.hash,
      created_at: token.createdAt,
      created_by: made.by,
      last_used_on: null,
      revoked_at: null,
      revoked_by: null,
    })
    .execute()
}

/** Whether it was still good. */
export async function updateRevoked(
  tx: Tx,
  { administrationId, tokenId }: { administrationId: string; tokenId: string },
  revoked: { at: Date; by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('interface_tokens')
    .set({ revoked_at: revoked.at, revoked_by: revoked.by })
    .where('administration_id', '=', administrationId)
    .where('token_id', '=', tokenId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export interface GoodToken {
  tokenId: string
  /** The account that answers for what comes with it. */
  madeBy: string
  lastUsedOn: PlainDate | null
}

/** The token of a hash that is still good for the scope in the administration. */
export async function findGoodToken(
  db: Db,
  { administrationId, hash, scope }: { administrationId: string; hash: Buffer; scope: TokenScope },
): Promise<GoodToken | null> {
  const row = await db
    .selectFrom('interface_tokens')
    .select(['token_id', 'created_by', 'last_used_on'])
    .where('administration_id', '=', administrationId)
    .where('token_hash', '=', hash)
    .where('scope', '=', scope)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row
    ? { tokenId: row.token_id, madeBy: row.created_by, lastUsedOn: row.last_used_on }
    : null
}

export async function updateLastUsedOn(
  db: Db,
  { administrationId, tokenId }: { administrationId: string; tokenId: string },
  day: PlainDate,
): Promise<void> {
  await db
    .updateTable('interface_tokens')
    .set({ last_used_on: day })
    .where('administration_id', '=', administrationId)
    .where('token_id', '=', tokenId)
    .execute()
}

/** The newest first, also those that were taken back. */
export async function listTokens(db: Db, administrationId: string): Promise<InterfaceToken[]> {
  const rows = await db
    .selectFrom('interface_tokens')
    .select(['token_id', 'name', 'scope', 'created_at', 'last_used_on', 'revoked_at'])
    .where('administration_id', '=', administrationId)
    .orderBy('created_at', 'desc')
    .orderBy('token_id')
    .execute()
  return rows.map((row) => ({
    tokenId: row.token_id,
    name: row.name,
    scope: row.scope,
    createdAt: row.created_at,
    lastUsedOn: row.last_used_on,
    revokedAt: row.revoked_at,
  }))
}
