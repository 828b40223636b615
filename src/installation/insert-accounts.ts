import type { Tx } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import { createAccount, grantRole, type Deed } from '../people/index.ts'
import type { PreparedAccount } from './account-passwords.ts'
import type { AdministrationFile } from './administration-file.ts'
import { idOf, idOrNull, type Ids } from './make-organisation.ts'

/** The accounts of a file by e-mail address. */
export async function insertAccounts(
  tx: Tx,
  prepared: readonly PreparedAccount[],
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>()
  for (const account of prepared) {
    const accountId =
      'accountId' in account
        ? account.accountId
        : await createAccount(tx, account, { by: null, now })
    ids.set(account.email, accountId)
  }
  return ids
}

/** Their roles, each in its place. */
export async function grantRoles(
  tx: Tx,
  file: AdministrationFile,
  { administrationId, ids, accounts }: RolePlaces,
  { day, deed }: { day: PlainDate; deed: Deed },
): Promise<void> {
  for (const { email, roles } of file.accounts) {
    for (const { role, centre, unit, from, until } of roles) {
      await grantRole(
        tx,
        {
          accountId: idOf(accounts, email),
          role,
          administrationId: role === 'system_admin' ? null : administrationId,
          centreId: idOrNull(ids.centres, centre),
          unitId: idOrNull(ids.units, unit),
          validFrom: from ?? day,
          validUntil: until ?? null,
        },
        deed,
      )
    }
  }
}

interface RolePlaces {
  administrationId: string
  ids: Ids
  accounts: ReadonlyMap<string, string>
}
