import { sql } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import type { FilingToRoute } from '../routing/index.ts'

/** The last cases as their people filed them, to try rules on; what was erased is left out. */
export async function listLastFilings(
  db: Db,
  administrationId: string,
  limit: number,
): Promise<FilingToRoute[]> {
  const { rows } = await sql<FilingToRoute>`
    with last as (
      select case_id, kind_filed, centre_id, service_id, motives, channel, spoken_language,
        named_officials, registered_at
      from cases where administration_id = ${administrationId}
      order by registered_at desc limit ${limit}
    )
    select kind_filed as kind, centre_id as "centreId", service_id as "serviceId", motives,
      channel, spoken_language as "spokenLanguage", named_officials as "pickedOfficialIds", text
    from last
    join lateral (
      select string_agg(body, e'\n' order by written_at, kind) as text
      from case_contents as said
      where said.administration_id = ${administrationId} and said.case_id = last.case_id
        and said.kind in ('description', 'place')
    ) as words on text is not null
    order by registered_at desc`.execute(db)
  return rows
}

/** Whether a case says that the rule routed it. */
export async function hasRouted(
  db: Db,
  administrationId: string,
  ruleId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('cases')
    .select('case_id')
    .where('administration_id', '=', administrationId)
    .where('routing_rule_id', '=', ruleId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
