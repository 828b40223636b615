import { sql } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import type { SessionTimes } from './session-rules.ts'
import type { Grant, Staff, Workplace } from './staff-policy.ts'

export interface StaffSession extends SessionTimes {
  sessionId: string
  mustChangePassword: boolean
  /** Set up and confirmed: asked for at each sign-in. */
  hasSecondFactor: boolean
  /** Shown in this session. */
  secondFactorShown: boolean
  /** Single letters act on the pages. */
  pageKeys: boolean
  staff: Staff
}

interface StaffSessionRow {
  session_id: string
  last_seen_at: Date
  expires_at: Date
  revoked_at: Date | null
  account_id: string
  name: string
  email: string
  language: string
  must_change_password: boolean
  page_keys: boolean
  has_second_factor: boolean
  second_factor_at: Date | null
  grants: Grant[]
  workplaces: Workplace[]
}

/**
 * Who holds this session, with the grants valid on the day that it is in each administration: one
 * statement, since every click of the staff asks it.
 */
export async function findStaffSession(
  db: Db,
  tokenHash: Buffer,
  now: Date,
): Promise<StaffSession | null> {
  const { rows } = await sql<StaffSessionRow>`
    select s.session_id, s.last_seen_at, s.expires_at, s.revoked_at, s.second_factor_at,
      f.confirmed_at is not null as has_second_factor,
      a.account_id, a.name, a.email, a.language, a.must_change_password,
      a.page_keys,
      held.grants, places.workplaces
    from staff_sessions s
    join accounts a on a.account_id = s.account_id and a.disabled_at is null
    left join second_factors f on f.account_id = a.account_id
    cross join lateral (
      select
        coalesce(json_agg(json_build_object('role', g.role, 'administrationId', g.administration_id,
          'centreId', g.centre_id, 'unitId', g.unit_id) order by g.granted_at, g.grant_id), '[]') as grants,
        array_agg(g.administration_id) as administration_ids,
        coalesce(bool_or(g.administration_id is null), false) as everywhere
      from role_grants g
      left join administration_directory d on d.administration_id = g.administration_id
      cross join lateral (
        select (${now}::timestamptz at time zone coalesce(d.time_zone, 'UTC'))::date as today
      ) as local
      where g.account_id = a.account_id and g.revoked_at is null
        and g.valid_from <= local.today and (g.valid_until is null or g.valid_until >= local.today)
    ) as held
    cross join lateral (
      select coalesce(json_agg(json_build_object('administrationId', d.administration_id,
        'slug', d.slug, 'name', d.name, 'timeZone', d.time_zone, 'revision', d.revision) order by d.name), '[]') as workplaces
      from administration_directory d
      where held.everywhere or d.administration_id = any(held.administration_ids)
    ) as places
    where s.token_hash = ${tokenHash}
  `.execute(db)
  const [row] = rows
  if (!row) return null
  return {
    sessionId: row.session_id,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    mustChangePassword: row.must_change_password,
    hasSecondFactor: row.has_second_factor,
    secondFactorShown: row.second_factor_at !== null,
    pageKeys: row.page_keys,
    staff: {
      accountId: row.account_id,
      name: row.name,
      email: row.email,
      language: row.language,
      grants: row.grants,
      workplaces: row.workplaces,
    },
  }
}
