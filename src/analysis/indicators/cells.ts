import { sumHistograms } from '../../statistics/index.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type { Measure } from './measures.ts'
import type { Place } from './places.ts'
import type { TalliedMonth } from './tally.ts'

/** By day of the month, by days that something took, or by score. */
export type Counts = ReadonlyMap<Measure, readonly number[]>

/** All that was counted of one place and month. */
export interface Cell extends Place {
  month: PlainDate
  counts: Counts
}

/** Every cell in which something was counted, with what it adds to it or takes away. */
export function cellsOf(months: readonly TalliedMonth[]): Cell[] {
  return months.flatMap(({ place, month, measures }) => {
    const counts = withoutNoughts(measures)
    return counts.size === 0 ? [] : [{ ...place, month, counts }]
  })
}

export function keyOf({ within, breakdown, month, kind, member }: Omit<Cell, 'counts'>): string {
  return [within, breakdown, month, kind, member].join(' ')
}

/** What was there with what comes to it. */
export function addCell(there: Counts, cell: Cell): Cell {
  const sums = new Map(there)
  for (const [measure, counts] of cell.counts) {
    sums.set(measure, sumHistograms([there.get(measure) ?? [], counts]))
  }
  return { ...cell, counts: withoutNoughts(sums) }
}

/** The same counts are always written the same way. */
function withoutNoughts(counts: Counts): Counts {
  const told = new Map<Measure, readonly number[]>()
  for (const [measure, row] of counts) {
    let length = row.length
    while (length > 0 && row[length - 1] === 0) length -= 1
    if (length > 0) told.set(measure, length === row.length ? row : row.slice(0, length))
  }
  return told
}
