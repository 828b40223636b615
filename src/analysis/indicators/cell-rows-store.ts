import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { unpackRow, type PackedCounts } from './cell-packing.ts'
import type { Breakdown } from './figure.ts'
import { isByDay, type Measure } from './measures.ts'

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
  /** What is counted by day stands on its days only from the month on that was asked for; before, all on none. */
  counts: number[]
}

export type CellTotal = Omit<CellRow, 'counts'>

interface Which {
  administrationIds: readonly string[]
  kinds: readonly string[] | undefined
  measures: readonly Measure[]
  /** Of these, all that was counted before the first of the months is told too. */
  everBefore: readonly Measure[]
  months: { from: PlainDate; until: PlainDate }
  /** The first month that may have to be cut at a day. */
  daysFrom: PlainDate
}

interface OfOne {
  administrationId: string
}

export interface CellsAround {
  rows: readonly (OfOne & Part & CellRow)[]
  before: readonly (OfOne & Part & Omit<CellTotal, 'month'>)[]
}

type PackedRow = OfOne &
  Part &
  Pick<CellRow, 'kind' | 'member'> &
  PackedCounts & { month: PlainDate | null }

/** In one statement: the cells of the months, and in rows without a month what came before them. */
export async function listCellsAround(
  db: Db,
  which: Which,
  parts: readonly Part[],
): Promise<CellsAround> {
  const { months, measures, everBefore, daysFrom } = which
  const lasting = measures.filter((each) => !isByDay(each))
  const { rows } = await sql<PackedRow>`
    select administration_id as "administrationId", within, breakdown, kind, member, month, totals,
      case when month >= ${daysFrom} then days else '{}' end as days,
      coalesce((select jsonb_object_agg(asked, spans->asked)
        from unnest(${lasting}::text[]) as asked where spans ? asked), '{}') as spans
    from indicator_cells where ${within(which, parts)}
      and month between ${months.from} and ${months.until}
    ${everBefore.length === 0 ? sql`` : sumsBefore(which, parts)}`.execute(db)
  return {
    rows: rows.flatMap(({ month, ...row }) =>
      month === null ? [] : unpackRows({ ...row, month }, measures),
    ),
    before: rows.flatMap((row) => (row.month === null ? unpackSums(row) : [])),
  }
}

function sumsBefore(which: Which, parts: readonly Part[]): RawBuilder<unknown> {
  const { everBefore, months } = which
  return sql`
    union all
    select administration_id, within, breakdown, kind, member, null,
      jsonb_object_agg(measure, total), '{}', '{}'
    from (
      select administration_id, within, breakdown, kind, member, measure,
        sum((totals->>measure)::integer)::integer as total
      from indicator_cells cross join unnest(${everBefore}::text[]) as asked (measure)
      where ${within(which, parts)} and month < ${months.from} and totals ? measure
      group by 1, 2, 3, 4, 5, 6
    ) as sums
    group by 1, 2, 3, 4, 5`
}

/** The months that were kept: since this book began, and those of which something was brought in. */
export async function listMonthsReceived(db: Db, administrationId: string): Promise<PlainDate[]> {
  const { rows } = await sql<{ month: PlainDate }>`
    select month from indicator_cells
    where administration_id = ${administrationId} and within = 'all' and breakdown = ''
      and totals ? 'received'
    union
    select generate_series(date_trunc('month', began_on), counted_at, '1 month')::date
    from indicator_states where administration_id = ${administrationId}
    order by 1`.execute(db)
  return rows.map(({ month }) => month)
}

function within({ administrationIds, kinds }: Which, parts: readonly Part[]): RawBuilder<unknown> {
  const places = parts.map((part) => sql`(${part.within}, ${part.breakdown})`)
  const ofKinds =
    kinds === undefined || kinds.length === 0 ? sql`` : sql`and kind in (${sql.join(kinds)})`
  return sql`administration_id = any(${administrationIds})
    and (within, breakdown) in (${sql.join(places)}) ${ofKinds}`
}

function unpackRows(
  { totals, days, spans, ...place }: PackedRow & { month: PlainDate },
  measures: readonly Measure[],
): CellsAround['rows'][number][] {
  return measures.flatMap((measure) => {
    const total = totals[measure]
    if (total === undefined) return []
    const row = days[measure] ?? spans[measure]
    return [{ ...place, measure, total, counts: row === undefined ? [total] : unpackRow(row) }]
  })
}

function unpackSums({ totals, administrationId, within, breakdown, kind, member }: PackedRow) {
  const place = { administrationId, within, breakdown, kind, member }
  const sums = Object.entries(totals) as [Measure, number][]
  return sums.map(([measure, total]) => ({ ...place, measure, total }))
}
