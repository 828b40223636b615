import { sql } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'

export interface ReceivedCases {
  kind: string
  centreId: string
  serviceId: string | null
  received: number
}

/** Cases registered on the days of a period as it is in a time zone, both included; joined ones count once. */
export async function listReceived(
  db: Db,
  administrationId: string,
  { from, until, timeZone }: { from: PlainDate; until: PlainDate; timeZone: string },
): Promise<ReceivedCases[]> {
  // the first two bounds are for the index: no zone is a day away
  const { rows } = await sql<ReceivedCases>`
    select kind, centre_id as "centreId", service_id as "serviceId", count(*)::int as received
    from cases
    where administration_id = ${administrationId} and state <> 'consolidated'
      and registered_at >= ${from}::date - interval '1 day'
      and registered_at < ${until}::date + interval '2 days'
      and (registered_at at time zone ${timeZone})::date between ${from} and ${until}
    group by 1, 2, 3`.execute(db)
  return rows
}
