import { sql } from 'kysely'
import type { Db } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    poster_link_days: {
      administration_id: string
      link_id: string
      day: PlainDate
      opened: number
      begun: number
    }
  }
}

export interface LinkId {
  administrationId: string
  linkId: string
}

export interface LinkCount {
  opened: number
  begun: number
}

const NOTHING: LinkCount = { opened: 0, begun: 0 }

/** One more on that day: a number, and nothing about who or when within the day. */
export async function addToCount(
  db: Db,
  { administrationId, linkId }: LinkId,
  day: PlainDate,
  what: keyof LinkCount,
): Promise<void> {
  await db
    .insertInto('poster_link_days')
    .values({
      administration_id: administrationId,
      link_id: linkId,
      day,
      ...NOTHING,
      [what]: 1,
    })
    .onConflict((conflict) =>
      conflict.columns(['administration_id', 'link_id', 'day']).doUpdateSet({
        [what]: sql`${sql.ref(`poster_link_days.${what}`)} + 1`,
      }),
    )
    .execute()
}

/** Of every link of an administration that was ever opened. */
export async function listCounts(
  db: Db,
  administrationId: string,
): Promise<ReadonlyMap<string, LinkCount>> {
  const rows = await db
    .selectFrom('poster_link_days')
    .select(({ fn }) => ['link_id', fn.sum('opened').as('opened'), fn.sum('begun').as('begun')])
    .where('administration_id', '=', administrationId)
    .groupBy('link_id')
    .execute()
  return new Map(
    rows.map((row) => [row.link_id, { opened: Number(row.opened), begun: Number(row.begun) }]),
  )
}

/** The last days on which something happened, the newest first. */
export async function listCountsByDay(
  db: Db,
  { administrationId, linkId }: LinkId,
  limit: number,
): Promise<(LinkCount & { day: PlainDate })[]> {
  return db
    .selectFrom('poster_link_days')
    .select(['day', 'opened', 'begun'])
    .where('administration_id', '=', administrationId)
    .where('link_id', '=', linkId)
    .orderBy('day', 'desc')
    .limit(limit)
    .execute()
}
