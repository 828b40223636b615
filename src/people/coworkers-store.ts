import { sql } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { Role } from './roles.ts'
import './tables.ts'

export interface Coworker {
  accountId: string
  name: string
  /** False: named by something of the past, and has left. */
  atWork: boolean
}

/** More names than this nobody chooses from. */
const MOST = 500

/**
 * Who holds one of the roles in the administration on the day, and of the accounts named besides whoever ever held
 * anything there: one statement, since every list of cases asks it.
 */
export async function listCoworkers(
  db: Db,
  administrationId: string,
  roles: readonly Role[],
  day: PlainDate,
  named: readonly (string | null)[],
): Promise<Coworker[]> {
  const ids = [...new Set(named.filter((id) => id !== null))]
  const { rows } = await sql<Coworker>`
    select accounts.account_id as "accountId", accounts.name,
      coalesce(accounts.disabled_at is null and held.today, false) as "atWork"
    from accounts join (
      select account_id, bool_or(role in (${sql.join(roles)}) and revoked_at is null
        and valid_from <= ${day} and (valid_until is null or valid_until >= ${day})) as today
      from role_grants where administration_id = ${administrationId} group by account_id
    ) as held using (account_id)
    where (held.today and accounts.disabled_at is null) or accounts.account_id = any(${ids}::uuid[])
    order by accounts.account_id = any(${ids}::uuid[]) desc, accounts.name limit ${sql.lit(MOST)}`.execute(
    db,
  )
  return rows.toSorted((one, other) => one.name.localeCompare(other.name))
}
