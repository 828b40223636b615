import { sql } from 'kysely'
import type { Case } from '../cases/index.ts'
import type { Db } from '../platform/database/connection.ts'
import type { Presence } from './look-store.ts'

type OfCase = Pick<Case, 'administrationId' | 'caseId'>

/**
 * Somebody is at a form of a case, and who else is. Whoever came to another form, or comes back after a
 * while, is there since now. Who is long gone goes with it. One statement.
 */
export async function keepPresence(
  db: Db,
  { administrationId, caseId }: OfCase,
  { accountId, form }: { accountId: string; form: string },
  { now, presentSince }: { now: Date; presentSince: Date },
): Promise<Presence[]> {
  const { rows } = await sql<Presence>`
    with gone as (
      delete from case_presences
      where seen_at <= ${presentSince} and (administration_id, case_id, account_id)
        <> (${administrationId}::uuid, ${caseId}::uuid, ${accountId}::uuid)
    ), kept as (
      insert into case_presences as present (administration_id, case_id, account_id, form, since, seen_at)
      values (${administrationId}, ${caseId}, ${accountId}, ${form}, ${now}, ${now})
      on conflict (administration_id, case_id, account_id) do update set
        since = case when present.form = excluded.form and present.seen_at > ${presentSince}
          then present.since else excluded.since end,
        form = excluded.form, seen_at = excluded.seen_at
    )
    select account_id as "accountId", form, since from case_presences
    where administration_id = ${administrationId} and case_id = ${caseId}
      and account_id <> ${accountId} and seen_at > ${presentSince}
    order by since`.execute(db)
  return rows
}

export async function deletePresence(
  db: Db,
  { administrationId, caseId }: OfCase,
  accountId: string,
): Promise<void> {
  await sql`delete from case_presences where administration_id = ${administrationId}
    and case_id = ${caseId} and account_id = ${accountId}`.execute(db)
}
