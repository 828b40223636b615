import type { Db, Tx } from '../../platform/database/connection.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    second_factors: {
      account_id: string
      secret_box: Buffer
      made_at: Date
      confirmed_at: Date | null
      last_step: number
    }
    recovery_codes: {
      account_id: string
      code_hash: Buffer
      used_at: Date | null
    }
  }
}

export interface SecondFactor {
  secretBox: Buffer
  madeAt: Date
  confirmedAt: Date | null
  lastStep: number
}

export async function findSecondFactor(db: Db, accountId: string): Promise<SecondFactor | null> {
  const row = await db
    .selectFrom('second_factors')
    .selectAll()
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  if (!row) return null
  return {
    secretBox: row.secret_box,
    madeAt: row.made_at,
    confirmedAt: row.confirmed_at,
    lastStep: row.last_step,
  }
}

/** A secret that was never confirmed gives way to the next; false when there is one in use. */
export async function insertSecondFactor(
  tx: Tx,
  accountId: string,
  secretBox: Buffer,
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('second_factors')
    .values({ account_id: accountId, secret_box: secretBox, made_at: now, last_step: 0 })
    .onConflict((conflict) =>
      conflict
        .column('account_id')
        .doUpdateSet({ secret_box: secretBox, made_at: now })
        .where('second_factors.confirmed_at', 'is', null),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** False when this step or a later one was taken already: a code opens once. */
export async function takeStep(tx: Tx, accountId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('second_factors')
    .set({ last_step: step })
    .where('account_id', '=', accountId)
    .where('last_step', '<', step)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function confirmSecondFactor(tx: Tx, accountId: string, now: Date): Promise<void> {
  await tx
    .updateTable('second_factors')
    .set({ confirmed_at: now })
    .where('account_id', '=', accountId)
    .execute()
}

/** With its recovery codes. */
export async function deleteSecondFactor(tx: Tx, accountId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('second_factors')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** In the place of those before. */
export async function replaceRecoveryCodes(
  tx: Tx,
  accountId: string,
  hashes: readonly Buffer[],
): Promise<void> {
  await tx.deleteFrom('recovery_codes').where('account_id', '=', accountId).execute()
  await tx
    .insertInto('recovery_codes')
    .values(hashes.map((code_hash) => ({ account_id: accountId, code_hash })))
    .execute()
}

export async function takeRecoveryCode(
  tx: Tx,
  accountId: string,
  hash: Buffer,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('recovery_codes')
    .set({ used_at: now })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function countRecoveryCodes(db: Db, accountId: string): Promise<number> {
  const { left } = await db
    .selectFrom('recovery_codes')
    .select(({ fn }) => fn.countAll<number>().as('left'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return left
}
