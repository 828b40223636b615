import { countOf, sumHistograms, type Histogram } from '../../statistics/index.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type { Breakdown } from './figure.ts'
import type { Measure } from './measures.ts'
import type { Tally } from './tally.ts'

/** One row of counts, as it is stored. */
export interface Cell {
  within: string
  breakdown: Breakdown | ''
  month: PlainDate
  measure: Measure
  kind: string
  member: string
  total: number
  counts: number[]
}

/** Every cell that a tally touches, with what it adds to it or takes away. */
export function cellsOf(tally: Tally): Cell[] {
  return tally.months().flatMap(({ place, month, measures }) =>
    [...measures].flatMap(([measure, counts]) => {
      if (counts.every((count) => count === 0)) return []
      return [{ ...place, month, measure, counts: withoutEnd(counts), total: countOf(counts) }]
    }),
  )
}

export function keyOf({
  within,
  breakdown,
  month,
  measure,
  kind,
  member,
}: Omit<Cell, 'counts' | 'total'>) {
  return [within, breakdown, month, measure, kind, member].join(' ')
}

/** What was there with what comes to it. */
export function addCell(there: Histogram, cell: Cell): Cell {
  const counts = withoutEnd(sumHistograms([there, cell.counts]))
  return { ...cell, counts, total: countOf(counts) }
}

/** The same counts are always written the same way. */
function withoutEnd(counts: readonly number[]): number[] {
  return counts.slice(0, counts.findLastIndex((count) => count !== 0) + 1)
}
