import { sql } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import { listGrantsOf, type StoredGrant } from './grant-store.ts'

/** Somebody who works, worked or will work in an administration. */
export interface Person {
  accountId: string
  name: string
  email: string
  disabled: boolean
  hasSecondFactor: boolean
  /** All of theirs, also elsewhere; pages show those of the administration. */
  grants: readonly StoredGrant[]
}

export interface PeopleSearch {
  administrationId: string
  /** Part of a name or address; accents do not matter. */
  words: string
  /** Without those whose account is closed or whose roles are all over. */
  day: PlainDate
  current: boolean
  /** Also those who administer the whole installation. */
  installation: boolean
  after: { name: string; accountId: string } | null
  limit: number
}

interface PersonRow {
  account_id: string
  name: string
  email: string
  disabled_at: Date | null
  has_second_factor: boolean
}

const hasSecondFactor = sql<boolean>`exists (select from second_factors f
  where f.account_id = a.account_id and f.confirmed_at is not null)`

/** By name whatever its accents and capitals, a page at a time. */
export async function listPeople(db: Db, search: PeopleSearch): Promise<Person[]> {
  const { administrationId, words, day, current, installation, after, limit } = search
  const { rows } = await sql<PersonRow>`
    select a.account_id, a.name, a.email, a.disabled_at, ${hasSecondFactor} as has_second_factor from accounts a
    where exists (
        select from role_grants g where g.account_id = a.account_id
          and (g.administration_id = ${administrationId} or (${installation} and g.administration_id is null))
          and (not ${current} or (g.revoked_at is null and coalesce(g.valid_until >= ${day}, true))))
      and (not ${current} or a.disabled_at is null)
      and position(unaccent(lower(${words})) in unaccent(lower(a.name || ' ' || a.email))) > 0
      and (${after === null} or (unaccent(lower(a.name)), a.account_id)
        > (unaccent(lower(${after?.name ?? ''})), ${after?.accountId ?? null}::uuid))
    order by unaccent(lower(a.name)), a.account_id limit ${limit}`.execute(db)
  return withGrants(db, rows)
}

/** Null when the person has never had anything to do with the administration (or the installation). */
export async function findPerson(
  db: Db,
  accountId: string,
  { administrationId, installation }: { administrationId: string; installation: boolean },
): Promise<Person | null> {
  const { rows } = await sql<PersonRow>`
    select a.account_id, a.name, a.email, a.disabled_at, ${hasSecondFactor} as has_second_factor from accounts a
    where a.account_id = ${accountId} and exists (
      select from role_grants g where g.account_id = a.account_id
        and (g.administration_id = ${administrationId} or (${installation} and g.administration_id is null)))`.execute(
    db,
  )
  return (await withGrants(db, rows))[0] ?? null
}

async function withGrants(db: Db, rows: readonly PersonRow[]): Promise<Person[]> {
  const grants = await listGrantsOf(
    db,
    rows.map((row) => row.account_id),
  )
  return rows.map((row) => ({
    accountId: row.account_id,
    name: row.name,
    email: row.email,
    disabled: row.disabled_at !== null,
    hasSecondFactor: row.has_second_factor,
    grants: grants.filter(({ accountId }) => accountId === row.account_id),
  }))
}
