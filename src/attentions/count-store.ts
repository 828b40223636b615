import { sql } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { Attended, AttentionChannel, AttentionSource } from './attention.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    attention_counts: {
      administration_id: string
      centre_id: string
      service_id: string
      day: PlainDate
      channel: AttentionChannel
      source: AttentionSource
      attended: number
    }
  }
}

type Cell = Omit<Attended, 'attended'>

/** One more. */
export async function addOne(
  tx: Tx,
  administrationId: string,
  cell: Cell,
  source: AttentionSource,
): Promise<void> {
  await tx
    .insertInto('attention_counts')
    .values({ ...columnsOf(administrationId, cell, source), attended: 1 })
    .onConflict((conflict) =>
      conflict.columns(KEY).doUpdateSet({ attended: sql<number>`attention_counts.attended + 1` }),
    )
    .execute()
}

/** One fewer, never less than none. */
export async function takeOne(
  tx: Tx,
  administrationId: string,
  cell: Cell,
  source: AttentionSource,
): Promise<boolean> {
  const { administration_id: _, ...where } = columnsOf(administrationId, cell, source)
  const { numUpdatedRows } = await tx
    .updateTable('attention_counts')
    .set({ attended: sql<number>`attended - 1` })
    .where('administration_id', '=', administrationId)
    .where((is) => is.and(where))
    .where('attended', '>', 0)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What another count told of these cells, whole: told again, it replaces what it told before. */
export async function upsertCounts(
  tx: Tx,
  administrationId: string,
  cells: readonly Attended[],
  source: AttentionSource,
): Promise<void> {
  for (let from = 0; from < cells.length; from += PORTION) {
    const rows = cells.slice(from, from + PORTION).map((cell) => ({
      ...columnsOf(administrationId, cell, source),
      attended: cell.attended,
    }))
    await tx
      .insertInto('attention_counts')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(KEY).doUpdateSet({ attended: sql<number>`excluded.attended` }),
      )
      .execute()
  }
}

const PORTION = 1000
const KEY = ['administration_id', 'day', 'centre_id', 'service_id', 'channel', 'source'] as const

function columnsOf(administrationId: string, cell: Cell, source: AttentionSource) {
  return {
    administration_id: administrationId,
    centre_id: cell.centreId,
    service_id: cell.serviceId,
    day: cell.day,
    channel: cell.channel,
    source,
  }
}

export interface Period {
  administrationId: string
  from: PlainDate
  until: PlainDate
  /** Empty or left out: every centre. */
  centreIds?: readonly string[]
}

export interface AttentionTotal {
  centreId: string
  serviceId: string
  channel: AttentionChannel
  source: AttentionSource
  attended: number
}

/** Sums of a period, both days included. */
export async function listTotals(db: Db, period: Period): Promise<AttentionTotal[]> {
  let query = db
    .selectFrom('attention_counts')
    .select(['centre_id', 'service_id', 'channel', 'source'])
    .select(({ fn }) => fn.sum<number>('attended').as('attended'))
    .where('administration_id', '=', period.administrationId)
    .where('day', '>=', period.from)
    .where('day', '<=', period.until)
    .groupBy(['centre_id', 'service_id', 'channel', 'source'])
  const { centreIds = [] } = period
  if (centreIds.length > 0) query = query.where('centre_id', 'in', centreIds)
  const rows = await query.execute()
  return rows.map((row) => ({
    centreId: row.centre_id,
    serviceId: row.service_id,
    channel: row.channel,
    source: row.source,
    attended: Number(row.attended),
  }))
}

/** All attended in a period; null when nobody counted anything, since that is not the same as none. */
export async function countAttended(db: Db, period: Period): Promise<number | null> {
  const totals = await listTotals(db, period)
  return totals.length === 0 ? null : totals.reduce((sum, { attended }) => sum + attended, 0)
}

/** Of each of these administrations; who counted nobody is not there. */
export async function listAttended(
  db: Db,
  administrationIds: readonly string[],
  { from, until }: Pick<Period, 'from' | 'until'>,
): Promise<ReadonlyMap<string, number>> {
  if (administrationIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('attention_counts')
    .select(({ fn }) => ['administration_id', fn.sum<string>('attended').as('attended')])
    .where('administration_id', 'in', administrationIds)
    .where('day', '>=', from)
    .where('day', '<=', until)
    .groupBy('administration_id')
    .execute()
  return new Map(rows.map((row) => [row.administration_id, Number(row.attended)]))
}

export interface CountedMonth {
  month: string
  firstDay: PlainDate
  lastDay: PlainDate
  days: number
  attended: number
}

/** The months of a year in which somebody counted, as what was collected shows them. */
export async function listCountedMonths(
  db: Db,
  administrationId: string,
  year: number,
): Promise<CountedMonth[]> {
  const { rows } = await sql<CountedMonth>`
    select to_char(day, 'YYYY-MM') as month, min(day) as "firstDay", max(day) as "lastDay",
      count(distinct day)::int as days, sum(attended)::int as attended
    from attention_counts
    where administration_id = ${administrationId} and attended > 0
      and day between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)
    group by 1 order by 1`.execute(db)
  return rows
}

/** Cells of these days that some other source told too: both are summed, so somebody should look. */
export async function listDays(
  db: Db,
  administrationId: string,
  days: readonly PlainDate[],
  notFrom: AttentionSource,
): Promise<Attended[]> {
  if (days.length === 0) return []
  const rows = await db
    .selectFrom('attention_counts')
    .select(['centre_id', 'service_id', 'day', 'channel', 'attended'])
    .where('administration_id', '=', administrationId)
    .where('day', 'in', days)
    .where('source', '!=', notFrom)
    .where('attended', '>', 0)
    .execute()
  return rows.map((row) => ({
    centreId: row.centre_id,
    serviceId: row.service_id,
    day: row.day,
    channel: row.channel,
    attended: row.attended,
  }))
}
