import type { Db } from '../platform/database/connection.ts'
import { listAccounts } from './account-store.ts'

/** How somebody of the staff is reached. */
export interface Contact {
  accountId: string
  name: string
  email: string
  language: string
}

/** Null when the account is closed: nobody writes to it any more. */
export async function findContact(db: Db, accountId: string): Promise<Contact | null> {
  return (await listContacts(db, [accountId]))[0] ?? null
}

export async function listContacts(db: Db, accountIds: readonly string[]): Promise<Contact[]> {
  return (await listAccounts(db, accountIds))
    .filter(({ disabled }) => !disabled)
    .map(({ accountId, name, email, language }) => ({ accountId, name, email, language }))
}

/** Names for histories and lists, also of those who have left. */
export async function accountNames(
  db: Db,
  accountIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(accountIds.filter((id) => id !== null))]
  return new Map((await listAccounts(db, ids)).map(({ accountId, name }) => [accountId, name]))
}
