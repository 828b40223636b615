import { sql } from 'kysely'
import type { Db } from '../../src/platform/database/connection.ts'

export interface SeenBook {
  years: Record<string, number>
  states: Record<string, number>
  answeredWithoutClosedClock: number
  openLongAgo: number
  ratings: number
}

/** What a filled book looks like from outside. */
export async function countRows(db: Db, administrationId: string): Promise<SeenBook> {
  const { rows } = await sql<SeenBook>`
    with own as (select * from cases where administration_id = ${administrationId})
    select
      (select json_object_agg(year, n order by year) from
        (select substring(case_number from '-(\\d{4})-') as year, count(*) n from own group by 1) y) as years,
      (select json_object_agg(state, n) from (select state, count(*) n from own group by 1) s) as states,
      (select count(*)::int from own join clocks using (administration_id, case_id)
        where answered_at is not null and step = 'answer' and stopped_at is null) as "answeredWithoutClosedClock",
      (select count(*)::int from own where is_open and registered_at < (select max(registered_at) from own) - interval '200 days') as "openLongAgo",
      (select count(*)::int from case_ratings where administration_id = ${administrationId}) as ratings
  `.execute(db)
  return rows[0]!
}
