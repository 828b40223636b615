import { sql } from 'kysely'
import type { Db } from '../../platform/database/connection.ts'
import type { DayCount, Stretch } from '../../platform/database/stretch.ts'

/** What tablets sent and nobody confirmed, by the day on which it came. */
export async function countOldSetAside(
  db: Db,
  administrationId: string,
  { beganAt, timeZone }: Stretch,
): Promise<DayCount[]> {
  const { rows } = await sql<DayCount>`
    select to_char(received_at at time zone ${timeZone}, 'YYYY-MM-DD') as day, count(*)::int as count
    from device_filings where administration_id = ${administrationId} and outcome = 'set_aside'
      and received_at < ${beganAt}
    group by 1 order by 1`.execute(db)
  return rows
}

/** Its envelope and files go; that it came stays. Returns how many went. */
export async function dismissOldSetAside(
  db: Db,
  administrationId: string,
  { beganAt, limit, now }: Stretch & { limit: number; now: Date },
): Promise<number> {
  const { rows } = await sql`
    with gone as (
      update device_filings set outcome = 'dismissed', sealed = null, settled_at = ${now},
        dismissal = 'retention'
      where administration_id = ${administrationId} and item_id in (
        select item_id from device_filings
        where administration_id = ${administrationId} and outcome = 'set_aside'
          and received_at < ${beganAt} limit ${limit}
      ) returning administration_id, device_id, filing_id
    ), files as (
      delete from device_files using gone where device_files.administration_id = gone.administration_id
        and device_files.device_id = gone.device_id and device_files.filing_id = gone.filing_id
    )
    select 1 as one from gone`.execute(db)
  return rows.length
}
