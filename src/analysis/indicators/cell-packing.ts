import { countOf } from '../../statistics/index.ts'
import { isByDay, type Measure } from './measures.ts'
import type { Cell, Counts } from './cells.ts'

/** One row of numbers as text, `0,3,1`: a tenth of what they take as numbers of jsonb. */
type Row = string
type Rows = Partial<Record<Measure, Row>>

/** The counts of a cell as they are stored: apart what is read apart. */
export interface PackedCounts {
  totals: Partial<Record<Measure, number>>
  /** By day of the month; read only of a month that is cut at a day. */
  days: Rows
  /** By how long it took, or by score. */
  spans: Rows
}

export function packCounts(counts: Counts): PackedCounts {
  const packed: PackedCounts = { totals: {}, days: {}, spans: {} }
  for (const [measure, row] of counts) {
    packed.totals[measure] = countOf(row)
    packed[isByDay(measure) ? 'days' : 'spans'][measure] = row.join(',')
  }
  return packed
}

export function unpackCounts({ days, spans }: Pick<PackedCounts, 'days' | 'spans'>): Counts {
  const rows = [...Object.entries(days), ...Object.entries(spans)] as [Measure, Row][]
  return new Map(rows.map(([measure, row]) => [measure, unpackRow(row)]))
}

export function unpackRow(row: Row): number[] {
  return JSON.parse(`[${row}]`) as number[]
}

/** Packed cells go to the database as text in one parameter. */
export function packCell({ counts, ...place }: Cell) {
  return { ...place, ...packCounts(counts) }
}
