import { sql } from 'kysely'
import type { Db } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
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

/** Rows of cells: one part of one place. */
export interface WhichCells {
  administrationId: string
  within: string
  breakdown: Breakdown | ''
  measures: readonly Measure[]
  kinds?: readonly string[] | undefined
}

export interface CellRow {
  kind: string
  member: string
  measure: Measure
  month: PlainDate
  counts: number[]
}

export async function listCells(
  db: Db,
  which: WhichCells,
  months: { from: PlainDate; until: PlainDate },
): Promise<CellRow[]> {
  return cellsOf(db, which)
    .where('month', '>=', months.from)
    .where('month', '<=', months.until)
    .select(['kind', 'member', 'measure', 'month', 'counts'])
    .execute()
}

export type CellTotal = Omit<CellRow, 'counts'> & { total: number }

export async function listTotals(
  db: Db,
  which: WhichCells,
  months: { from: PlainDate; until: PlainDate },
): Promise<CellTotal[]> {
  return cellsOf(db, which)
    .where('month', '>=', months.from)
    .where('month', '<=', months.until)
    .select(['kind', 'member', 'measure', 'month', 'total'])
    .execute()
}

/** All that was counted in the months before one. */
export async function sumBefore(
  db: Db,
  which: WhichCells,
  month: PlainDate,
): Promise<Omit<CellTotal, 'month'>[]> {
  const rows = await cellsOf(db, which)
    .where('month', '<', month)
    .select(['kind', 'member', 'measure'])
    .select(({ fn }) => fn.sum<number>('total').as('total'))
    .groupBy(['kind', 'member', 'measure'])
    .execute()
  return rows.map((row) => ({ ...row, total: Number(row.total) }))
}

/** The months in which anything came in, whatever it was. */
export async function listMonthsReceived(db: Db, administrationId: string): Promise<PlainDate[]> {
  const { rows } = await sql<{ month: PlainDate }>`
    select distinct month from indicator_cells
    where administration_id = ${administrationId} and within = 'all' and breakdown = ''
      and measure = 'received' and total > 0
    order by 1`.execute(db)
  return rows.map(({ month }) => month)
}

function cellsOf(db: Db, { administrationId, within, breakdown, measures, kinds }: WhichCells) {
  return db
    .selectFrom('indicator_cells')
    .where('administration_id', '=', administrationId)
    .where('within', '=', within)
    .where('breakdown', '=', breakdown)
    .where('measure', 'in', measures)
    .$if(kinds !== undefined && kinds.length > 0, (query) => query.where('kind', 'in', kinds ?? []))
}
