import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { addCell, keyOf, type Cell } from './cells.ts'
import type { Breakdown } from './figure.ts'
import type { Measure } from './measures.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    indicator_cells: {
      administration_id: string
      within: string
      breakdown: Breakdown | ''
      month: PlainDate
      measure: Measure
      kind: string
      member: string
      total: number
      counts: number[]
    }
  }
}

/** One breakdown within one place. */
export interface Part {
  within: string
  breakdown: Breakdown | ''
}

export interface CellRow {
  kind: string
  member: string
  measure: Measure
  month: PlainDate
  total: number
  counts: number[]
}

export type CellTotal = Omit<CellRow, 'counts'>

interface Which {
  administrationId: string
  kinds: readonly string[] | undefined
  measures: readonly Measure[]
  everBefore: readonly Measure[]
  months: { from: PlainDate; until: PlainDate }
}

export async function listCellsOf(
  db: Db,
  which: Which,
  parts: readonly Part[],
): Promise<(Part & CellRow)[]> {
  return cellsOf(db, which, parts)
    .where('measure', 'in', which.measures)
    .where('month', '>=', which.months.from)
    .where('month', '<=', which.months.until)
    .select(['within', 'breakdown', 'kind', 'member', 'measure', 'month', 'total', 'counts'])
    .execute()
}

/** All that was counted before the first of the months. */
export async function sumBeforeOf(
  db: Db,
  which: Which,
  parts: readonly Part[],
): Promise<(Part & Omit<CellTotal, 'month'>)[]> {
  const rows = await cellsOf(db, which, parts)
    .where('measure', 'in', which.everBefore)
    .where('month', '<', which.months.from)
    .select(['within', 'breakdown', 'kind', 'member', 'measure'])
    .select(({ fn }) => fn.sum<number>('total').as('total'))
    .groupBy(['within', 'breakdown', 'kind', 'member', 'measure'])
    .execute()
  return rows.map((row) => ({ ...row, total: Number(row.total) }))
}

/** The months that were kept: since this book began, and those of which something was brought in. */
export async function listMonthsReceived(db: Db, administrationId: string): Promise<PlainDate[]> {
  const { rows } = await sql<{ month: PlainDate }>`
    select month from indicator_cells
    where administration_id = ${administrationId} and within = 'all' and breakdown = ''
      and measure = 'received' and total > 0
    union
    select generate_series(date_trunc('month', began_on), counted_at, '1 month')::date
    from indicator_states where administration_id = ${administrationId}
    order by 1`.execute(db)
  return rows.map(({ month }) => month)
}

function cellsOf(db: Db, { administrationId, kinds }: Which, parts: readonly Part[]) {
  return db
    .selectFrom('indicator_cells')
    .where('administration_id', '=', administrationId)
    .where((cell) => cell.or(parts.map(({ within, breakdown }) => cell.and({ within, breakdown }))))
    .$if(kinds !== undefined && kinds.length > 0, (query) => query.where('kind', 'in', kinds ?? []))
}

const PORTION = 5000
const COLUMNS = sql`within text, breakdown text, month date, measure text, kind text, member text,
  total integer, counts integer[]`

/** Adds the counts of these cells to those that are there. The caller holds the state's lock. */
export async function addCells(
  tx: Tx,
  administrationId: string,
  cells: readonly Cell[],
): Promise<void> {
  for (let from = 0; from < cells.length; from += PORTION) {
    const portion = cells.slice(from, from + PORTION)
    const there = await listThere(tx, administrationId, portion)
    const sums = portion.map((cell) => addCell(there.get(keyOf(cell)) ?? [], cell))
    await upsertCells(tx, administrationId, sums)
  }
  await sql`delete from indicator_cells
    where administration_id = ${administrationId} and total = 0`.execute(tx)
}

async function listThere(tx: Tx, administrationId: string, cells: readonly Cell[]) {
  const { rows } = await sql<Cell>`
    select cells.within, cells.breakdown, cells.month, cells.measure, cells.kind, cells.member, cells.counts
    from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as told (${COLUMNS})
    join indicator_cells cells on cells.administration_id = ${administrationId}
      and cells.within = told.within and cells.breakdown = told.breakdown and cells.month = told.month
      and cells.measure = told.measure and cells.kind = told.kind and cells.member = told.member`.execute(
    tx,
  )
  return new Map(rows.map((row) => [keyOf(row), row.counts]))
}

async function upsertCells(tx: Tx, administrationId: string, cells: readonly Cell[]) {
  await sql`
    insert into indicator_cells
      (administration_id, within, breakdown, month, measure, kind, member, total, counts)
    select ${administrationId}, within, breakdown, month, measure, kind, member, total, counts
    from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as told (${COLUMNS})
    on conflict (administration_id, within, breakdown, measure, month, kind, member)
    do update set total = excluded.total, counts = excluded.counts`.execute(tx)
}

export async function deleteCells(tx: Tx, administrationId: string): Promise<void> {
  await sql`delete from indicator_cells where administration_id = ${administrationId}`.execute(tx)
}

/** Writes cells where there are none. */
export async function insertCells(
  tx: Tx,
  administrationId: string,
  cells: readonly Cell[],
): Promise<void> {
  for (let from = 0; from < cells.length; from += PORTION) {
    await upsertCells(tx, administrationId, cells.slice(from, from + PORTION))
  }
}
