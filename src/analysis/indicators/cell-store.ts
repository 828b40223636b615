import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { packCell, unpackCounts, type PackedCounts } from './cell-packing.ts'
import { addCell, keyOf, type Cell } from './cells.ts'
import type { Breakdown } from './figure.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    indicator_cells: PackedCounts & {
      administration_id: string
      within: string
      breakdown: Breakdown | ''
      month: PlainDate
      kind: string
      member: string
    }
  }
}

const PORTION = 500
const KEYS = sql`within text, breakdown text, month date, kind text, member text`

/** Adds the counts of these cells to those that are there. The caller holds the state's lock. */
export async function addCells(
  tx: Tx,
  administrationId: string,
  cells: readonly Cell[],
): Promise<void> {
  for (let from = 0; from < cells.length; from += PORTION) {
    const portion = cells.slice(from, from + PORTION)
    const there = await listThere(tx, administrationId, portion)
    const sums = portion.map((cell) => addCell(there.get(keyOf(cell)) ?? new Map(), cell))
    await upsertCells(tx, administrationId, sums)
  }
  await sql`delete from indicator_cells
    where administration_id = ${administrationId} and totals = '{}'`.execute(tx)
}

async function listThere(tx: Tx, administrationId: string, cells: readonly Cell[]) {
  const keys = cells.map(({ counts: _, ...key }) => key)
  const { rows } = await sql<Omit<Cell, 'counts'> & Pick<PackedCounts, 'days' | 'spans'>>`
    select cells.within, cells.breakdown, cells.month, cells.kind, cells.member, cells.days, cells.spans
    from ${told(keys, KEYS)}
    join indicator_cells cells on cells.administration_id = ${administrationId}
      and cells.within = told.within and cells.breakdown = told.breakdown
      and cells.month = told.month and cells.kind = told.kind and cells.member = told.member`.execute(
    tx,
  )
  return new Map(rows.map((row) => [keyOf(row), unpackCounts(row)]))
}

async function upsertCells(tx: Tx, administrationId: string, cells: readonly Cell[]) {
  await sql`
    insert into indicator_cells
      (administration_id, within, breakdown, month, kind, member, totals, days, spans)
    select ${administrationId}, within, breakdown, month, kind, member, totals, days, spans
    from ${told(cells.map(packCell), sql`${KEYS}, totals jsonb, days jsonb, spans jsonb`)}
    on conflict (administration_id, within, breakdown, month, kind, member)
    do update set totals = excluded.totals, days = excluded.days, spans = excluded.spans`.execute(
    tx,
  )
}

function told(rows: readonly object[], columns: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as told (${columns})`
}

export async function deleteCells(tx: Tx, administrationId: string): Promise<void> {
  await sql`delete from indicator_cells where administration_id = ${administrationId}`.execute(tx)
}

export async function countCells(tx: Tx, administrationId: string): Promise<number> {
  const { rows } = await sql<{ cells: number }>`select count(*)::integer as cells
    from indicator_cells where administration_id = ${administrationId}`.execute(tx)
  return rows[0]?.cells ?? 0
}
