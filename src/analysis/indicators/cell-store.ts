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

/** The months in which anything came in, whatever it was. */
export async function listMonthsReceived(db: Db, administrationId: string): Promise<PlainDate[]> {
  const { rows } = await sql<{ month: PlainDate }>`
    select distinct month from indicator_cells
    where administration_id = ${administrationId} and within = 'all' and breakdown = ''
      and measure = 'received' and total > 0
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
