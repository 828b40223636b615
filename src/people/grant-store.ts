import { sql, type SelectQueryBuilder } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { Tables } from '../platform/database/tables.ts'
import { NotFound } from '../platform/errors.ts'
import type { Role } from './roles.ts'
import type { Grant, Place } from './staff-policy.ts'
import './tables.ts'

export interface StoredGrant extends Grant {
  grantId: string
  accountId: string
  validFrom: PlainDate
  validUntil: PlainDate | null
  revoked: boolean
}

export interface NewGrant extends Grant {
  grantId: string
  accountId: string
  validFrom: PlainDate
  validUntil: PlainDate | null
  grantedBy: string | null
}

export async function insertGrant(tx: Tx, grant: NewGrant, now: Date): Promise<void> {
  await tx
    .insertInto('role_grants')
    .values({
      grant_id: grant.grantId,
      account_id: grant.accountId,
      role: grant.role,
      administration_id: grant.administrationId,
      centre_id: grant.centreId,
      unit_id: grant.unitId,
      valid_from: grant.validFrom,
      valid_until: grant.validUntil,
      granted_by: grant.grantedBy,
      granted_at: now,
    })
    .execute()
}

export async function revokeGrant(
  tx: Tx,
  grantId: string,
  revoked: { by: string | null; at: Date },
): Promise<void> {
  await tx
    .updateTable('role_grants')
    .set({ revoked_at: revoked.at, revoked_by: revoked.by })
    .where('grant_id', '=', grantId)
    .where('revoked_at', 'is', null)
    .execute()
}

/** As if it had never been taken away. */
export async function unrevokeGrant(tx: Tx, grantId: string): Promise<void> {
  await tx
    .updateTable('role_grants')
    .set({ revoked_at: null, revoked_by: null })
    .where('grant_id', '=', grantId)
    .execute()
}

export async function getGrant(db: Db, grantId: string): Promise<StoredGrant> {
  const grant = await findGrant(db, grantId)
  if (!grant) throw new NotFound()
  return grant
}

export async function findGrant(db: Db, grantId: string): Promise<StoredGrant | null> {
  const row = await db
    .selectFrom('role_grants')
    .selectAll()
    .where('grant_id', '=', grantId)
    .executeTakeFirst()
  return row ? toGrant(row) : null
}

/** All that was ever given to the account, the newest first. */
export async function listGrantsOf(db: Db, accountIds: readonly string[]): Promise<StoredGrant[]> {
  if (accountIds.length === 0) return []
  const rows = await db
    .selectFrom('role_grants')
    .selectAll()
    .where('account_id', 'in', accountIds)
    .orderBy('granted_at', 'desc')
    .orderBy('grant_id')
    .execute()
  return rows.map(toGrant)
}

/** Everybody who ever held a role in an administration, with the name. */
export async function listStaffEver(
  db: Db,
  administrationId: string,
): Promise<{ accountId: string; name: string }[]> {
  return db
    .selectFrom('accounts')
    .select(['account_id as accountId', 'name'])
    .where('account_id', 'in', (holders) =>
      holders
        .selectFrom('role_grants')
        .select('role_grants.account_id')
        .where('administration_id', '=', administrationId),
    )
    .orderBy('account_id')
    .execute()
}

/** Who holds one of the roles for this very place on this day. Disabled accounts hold nothing. */
export async function listHolders(
  db: Db,
  roles: readonly Role[],
  place: Place,
  day: PlainDate,
): Promise<string[]> {
  const rows = await validGrants(db, day)
    .innerJoin('accounts', 'accounts.account_id', 'role_grants.account_id')
    .where('accounts.disabled_at', 'is', null)
    .where('role', 'in', roles)
    .where((on) =>
      on.or([
        on('administration_id', 'is', null),
        on('administration_id', '=', place.administrationId),
      ]),
    )
    .where((on) =>
      on.or([on('centre_id', 'is', null), on('centre_id', '=', place.centreId ?? null)]),
    )
    .where((on) => on.or([on('unit_id', 'is', null), on('unit_id', '=', place.unitId ?? null)]))
    .select('role_grants.account_id')
    .distinct()
    .orderBy('role_grants.account_id')
    .execute()
  return rows.map((row) => row.account_id)
}

/** What is held in an administration or a part of it on this day, by accounts that are open. */
export async function listGrantsWithin(
  db: Db,
  administrationId: string,
  day: PlainDate,
): Promise<StoredGrant[]> {
  const rows = await validGrants(db, day)
    .innerJoin('accounts', 'accounts.account_id', 'role_grants.account_id')
    .where('accounts.disabled_at', 'is', null)
    .where('administration_id', '=', administrationId)
    .selectAll('role_grants')
    .orderBy('valid_from')
    .orderBy('grant_id')
    .execute()
  return rows.map(toGrant)
}

/** Whether the installation ever had an administrator of the system: if not, it waits for its first. */
export async function hadSystemAdmin(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('role_grants')
    .select('grant_id')
    .where('role', '=', 'system_admin')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** One transaction at a time settles who they are. */
export async function lockSystemAdmins(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('people: system_admin'))`.execute(tx)
}

/** The administrators of the system whose account and role stand on this day. */
export async function listSystemAdmins(db: Db, day: PlainDate): Promise<string[]> {
  const rows = await validGrants(db, day)
    .innerJoin('accounts', 'accounts.account_id', 'role_grants.account_id')
    .where('accounts.disabled_at', 'is', null)
    .where('role', '=', 'system_admin')
    .select('role_grants.account_id')
    .distinct()
    .execute()
  return rows.map((row) => row.account_id)
}

function validGrants(db: Db, day: PlainDate): SelectQueryBuilder<Tables, 'role_grants', object> {
  return db
    .selectFrom('role_grants')
    .where('revoked_at', 'is', null)
    .where('valid_from', '<=', day)
    .where((on) => on.or([on('valid_until', 'is', null), on('valid_until', '>=', day)]))
}

function toGrant(row: {
  grant_id: string
  account_id: string
  role: Role
  administration_id: string | null
  centre_id: string | null
  unit_id: string | null
  valid_from: PlainDate
  valid_until: PlainDate | null
  revoked_at: Date | null
}): StoredGrant {
  return {
    grantId: row.grant_id,
    accountId: row.account_id,
    role: row.role,
    administrationId: row.administration_id,
    centreId: row.centre_id,
    unitId: row.unit_id,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    revoked: row.revoked_at !== null,
  }
}
