import { NotFound } from '../platform/errors.ts'
import type { Db, Tx } from '../platform/database/connection.ts'
import './tables.ts'

export interface Account {
  accountId: string
  email: string
  name: string
  language: string
  passwordHash: string
  mustChangePassword: boolean
  disabled: boolean
}

export interface NewAccount {
  accountId: string
  email: string
  name: string
  language: string
  passwordHash: string
  mustChangePassword: boolean
}

/** False when somebody else has the address. */
export async function insertAccount(tx: Tx, account: NewAccount, now: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('accounts')
    .values({
      account_id: account.accountId,
      email: account.email,
      name: account.name,
      password_hash: account.passwordHash,
      language: account.language,
      must_change_password: account.mustChangePassword,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function findAccountByEmail(db: Db, email: string): Promise<Account | null> {
  const row = await accounts(db).where('email', '=', email.toLowerCase()).executeTakeFirst()
  return row ? toAccount(row) : null
}

export async function getAccount(db: Db, accountId: string): Promise<Account> {
  const row = await accounts(db).where('account_id', '=', accountId).executeTakeFirst()
  if (!row) throw new NotFound()
  return toAccount(row)
}

/** Held until the transaction ends, so that two people never settle the same account at once. */
export async function lockAccount(tx: Tx, accountId: string): Promise<Account> {
  const row = await accounts(tx).where('account_id', '=', accountId).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound()
  return toAccount(row)
}

export async function listAccounts(db: Db, accountIds: readonly string[]): Promise<Account[]> {
  if (accountIds.length === 0) return []
  return (await accounts(db).where('account_id', 'in', accountIds).execute()).map(toAccount)
}

export async function updateAccount(
  tx: Tx,
  accountId: string,
  change: { name?: string; language?: string; pageKeys?: boolean; disabledAt?: Date | null },
): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.language === undefined ? {} : { language: change.language }),
      ...(change.pageKeys === undefined ? {} : { page_keys: change.pageKeys }),
      ...(change.disabledAt === undefined ? {} : { disabled_at: change.disabledAt }),
    })
    .where('account_id', '=', accountId)
    .execute()
}

export async function updatePassword(
  tx: Tx,
  accountId: string,
  password: { hash: string; mustChange: boolean },
): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ password_hash: password.hash, must_change_password: password.mustChange })
    .where('account_id', '=', accountId)
    .execute()
}

type AccountRow = Awaited<ReturnType<ReturnType<typeof accounts>['executeTakeFirstOrThrow']>>

function accounts(db: Db) {
  return db.selectFrom('accounts').selectAll()
}

function toAccount(row: AccountRow): Account {
  return {
    accountId: row.account_id,
    email: row.email,
    name: row.name,
    language: row.language,
    passwordHash: row.password_hash,
    mustChangePassword: row.must_change_password,
    disabled: row.disabled_at !== null,
  }
}
