import { sql } from 'kysely'
import { seenCases, type Case, type CaseViewer } from '../cases/index.ts'
import type { Db } from '../platform/database/connection.ts'

/** Somebody at a form of a case. */
export interface Presence {
  accountId: string
  form: string
  since: Date
}

export interface Look {
  watching: boolean
  present: readonly Presence[]
}

/**
 * Somebody opens a case: they have seen what called them there and how far it has come, and no longer write
 * at a form of it. Says who does, and whether they follow it. One statement.
 */
export async function lookAtCase(
  db: Db,
  { administrationId, caseId, historyLength }: Case,
  accountId: string,
  { now, presentSince }: { now: Date; presentSince: Date },
): Promise<Look> {
  const { rows } = await sql<{
    watching: boolean
    present: { accountId: string; form: string; since: string }[]
  }>`
    with seen as (
      update case_mentions set seen_at = ${now}
      where administration_id = ${administrationId} and account_id = ${accountId} and case_id = ${caseId}
        and seen_at is null
    ), looked as (
      update case_watches set seen_length = ${historyLength}
      where administration_id = ${administrationId} and account_id = ${accountId} and case_id = ${caseId}
        and seen_length < ${historyLength}
    ), gone as (
      delete from case_presences
      where administration_id = ${administrationId} and case_id = ${caseId} and account_id = ${accountId}
    )
    select exists (
      select from case_watches where administration_id = ${administrationId}
        and account_id = ${accountId} and case_id = ${caseId}
    ) as watching, (
      select coalesce(json_agg(json_build_object('accountId', account_id, 'form', form, 'since', since)
        order by since), '[]')
      from case_presences where administration_id = ${administrationId} and case_id = ${caseId}
        and account_id <> ${accountId} and seen_at > ${presentSince}
    ) as present`.execute(db)
  const [row] = rows
  if (!row) throw new Error('a select without a table has one row')
  const present = row.present.map((each) => ({ ...each, since: new Date(each.since) }))
  return { watching: row.watching, present }
}

export interface News {
  mentioned: number
  moved: number
}

/** Counting further would say nothing more. */
const MOST = 100

/** How many cases call somebody, and how many of those that they follow moved since they last looked. */
export async function countNews(db: Db, viewer: CaseViewer): Promise<News> {
  const { administrationId, staff } = viewer
  const { rows } = await sql<News>`select (
      select count(distinct seen.case_id)::integer from case_mentions
      join ${seenCases(db, viewer)} as seen using (administration_id, case_id)
      where case_mentions.administration_id = ${administrationId}
        and case_mentions.account_id = ${staff.accountId} and case_mentions.seen_at is null
    ) as mentioned, (
      select count(*)::integer from (
        select from case_watches
        join ${seenCases(db, viewer)} as seen using (administration_id, case_id)
        where case_watches.administration_id = ${administrationId}
          and case_watches.account_id = ${staff.accountId}
          and seen.history_length > case_watches.seen_length
        limit ${sql.lit(MOST)}) as enough
    ) as moved`.execute(db)
  return rows[0] ?? { mentioned: 0, moved: 0 }
}
