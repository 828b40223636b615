import type { Db } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import { standInFor } from './absence-rules.ts'
import { listAbsentAccounts } from './absence-store.ts'

export async function isAbsent(
  db: Db,
  administrationId: string,
  accountId: string,
  day: PlainDate,
): Promise<boolean> {
  const absent = await listAbsentAccounts(db, administrationId, day)
  return absent.some((each) => each.accountId === accountId)
}

/** The account itself while present, else who stands in; null when nobody does. */
export async function substituteFor(
  db: Db,
  administrationId: string,
  accountId: string,
  day: PlainDate,
): Promise<string | null> {
  return standInFor(accountId, await listAbsentAccounts(db, administrationId, day))
}
