import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from './database/connection.ts'

declare module './database/tables.ts' {
  interface Tables {
    attempts: {
      purpose: string
      key_hash: Buffer
      failures: number
      last_at: Date
      wait_until: Date
    }
  }
}

/** How guessing slows down: some attempts are free, then each wait is twice the one before. */
export interface AttemptPolicy {
  purpose: string
  free: number
  firstWaitSeconds: number
  longestWaitSeconds: number
  /** After so long without an attempt, all is forgotten. */
  forgetAfterSeconds: number
}

/** What is being guessed at, or by whom, so that the table holds neither. */
export function attemptKey(secret: Buffer, ...parts: readonly string[]): Buffer {
  return createHmac('sha256', secret).update(JSON.stringify(parts)).digest()
}

/**
 * Counts an attempt before it is made, so that many at once gain nothing. Zero: go on; else the
 * seconds to wait, and the attempt does not count. Whoever succeeds is forgotten by
 * `forgetAttempts`.
 */
export async function countAttempt(
  db: Db,
  policy: AttemptPolicy,
  key: Buffer,
  now: Date,
): Promise<number> {
  const { purpose, free, firstWaitSeconds, longestWaitSeconds, forgetAfterSeconds } = policy
  const failures = sql`case when attempts.last_at < ${now}::timestamptz
      - make_interval(secs => ${forgetAfterSeconds}) then 1 else attempts.failures + 1 end`
  const wait = sql`case when ${failures} <= ${free} then 0
      else least(${longestWaitSeconds}, ${firstWaitSeconds} * 2.0 ^ least(${failures} - ${free} - 1, 30)) end`
  const { rows } = await sql<{ counted: boolean; wait_until: Date }>`
    with counted as (
      insert into attempts as attempts (purpose, key_hash, failures, last_at, wait_until)
      values (${purpose}, ${key}, 1, ${now}, ${now})
      on conflict (purpose, key_hash) do update set failures = ${failures}, last_at = ${now},
        wait_until = ${now}::timestamptz + make_interval(secs => ${wait})
        where attempts.wait_until <= ${now}
      returning wait_until
    )
    select true as counted, wait_until from counted
    union all
    select false, wait_until from attempts
      where purpose = ${purpose} and key_hash = ${key} and not exists (select from counted)
  `.execute(db)
  const [row] = rows
  // inserted by somebody else this very moment, and not seen by this statement
  if (!row) return firstWaitSeconds
  return row.counted ? 0 : Math.max(1, Math.ceil((row.wait_until.getTime() - now.getTime()) / 1000))
}

/** How many attempts are remembered, without counting one. */
export async function countedAttempts(
  db: Db,
  policy: AttemptPolicy,
  key: Buffer,
  now: Date,
): Promise<number> {
  const row = await db
    .selectFrom('attempts')
    .select('failures')
    .where('purpose', '=', policy.purpose)
    .where('key_hash', '=', key)
    .where('last_at', '>', new Date(now.getTime() - policy.forgetAfterSeconds * 1000))
    .executeTakeFirst()
  return row?.failures ?? 0
}

export async function forgetAttempts(
  db: Db,
  purpose: string,
  keys: readonly Buffer[],
): Promise<void> {
  if (keys.length === 0) return
  await db
    .deleteFrom('attempts')
    .where('purpose', '=', purpose)
    .where('key_hash', 'in', keys)
    .execute()
}

/** For the daily clean-up. */
export async function deleteOldAttempts(db: Db, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('attempts')
    .where('last_at', '<', before)
    .where('wait_until', '<', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
