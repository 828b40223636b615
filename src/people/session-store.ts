import { sql } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import { idleMinutes } from './session-rules.ts'
import './tables.ts'

export interface Session {
  sessionId: string
  startedAt: Date
  lastSeenAt: Date
  browser: string
}

export interface NewSession {
  sessionId: string
  tokenHash: Buffer
  accountId: string
  startedAt: Date
  expiresAt: Date
  browser: string
}

export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  await tx
    .insertInto('staff_sessions')
    .values({
      session_id: session.sessionId,
      token_hash: session.tokenHash,
      account_id: session.accountId,
      created_at: session.startedAt,
      last_seen_at: session.startedAt,
      expires_at: session.expiresAt,
      browser: session.browser,
    })
    .execute()
}

export async function updateLastSeen(db: Db, sessionId: string, now: Date): Promise<void> {
  await db
    .updateTable('staff_sessions')
    .set({ last_seen_at: now })
    .where('session_id', '=', sessionId)
    .execute()
}

export async function markSecondFactorShown(tx: Tx, sessionId: string, now: Date): Promise<void> {
  await tx
    .updateTable('staff_sessions')
    .set({ second_factor_at: now })
    .where('session_id', '=', sessionId)
    .execute()
}

/** In all sessions of the account. */
export async function forgetSecondFactorShown(tx: Tx, accountId: string): Promise<void> {
  await tx
    .updateTable('staff_sessions')
    .set({ second_factor_at: null })
    .where('account_id', '=', accountId)
    .execute()
}

/** Those that still open a door, the latest used first. */
export async function listSessions(db: Db, accountId: string, now: Date): Promise<Session[]> {
  const rows = await db
    .selectFrom('staff_sessions')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .where(
      'last_seen_at',
      '>',
      sql<Date>`${now}::timestamptz - make_interval(mins => ${idleMinutes})`,
    )
    .orderBy('last_seen_at', 'desc')
    .execute()
  return rows.map((row) => ({
    sessionId: row.session_id,
    startedAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    browser: row.browser,
  }))
}

/** One of the account's sessions, or all of them but one. Answers how many ended. */
export async function revokeSessions(
  tx: Tx,
  accountId: string,
  which: { only?: string; except?: string },
  now: Date,
): Promise<number> {
  let query = tx
    .updateTable('staff_sessions')
    .set({ revoked_at: now })
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
  if (which.only !== undefined) query = query.where('session_id', '=', which.only)
  if (which.except !== undefined) query = query.where('session_id', '!=', which.except)
  const { numUpdatedRows } = await query.executeTakeFirst()
  return Number(numUpdatedRows)
}

/** For the daily clean-up: what ended long ago is of no use to anybody. */
export async function deleteEndedSessions(db: Db, before: Date): Promise<void> {
  await db
    .deleteFrom('staff_sessions')
    .where((on) => on.or([on('expires_at', '<', before), on('revoked_at', '<', before)]))
    .execute()
}
