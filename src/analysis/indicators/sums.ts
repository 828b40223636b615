import { countOf, sumHistograms } from '../../statistics/index.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type { CellRow } from './cell-rows-store.ts'
import type { Sums } from './formulas/indicator.ts'
import { isByDay, type Measure } from './measures.ts'

export interface Counted {
  rows: readonly Pick<CellRow, 'measure' | 'month' | 'counts'>[]
  /** Ever, before the first month of the rows. */
  before: ReadonlyMap<Measure, number>
  attended: number | null
  inhabitants: number | null
}

/** What the rows of one place and member say, up to a day. */
export function sumsOf({ rows, before, attended, inhabitants }: Counted, asOf: PlainDate): Sums {
  const byMeasure = new Map<Measure, number[]>()
  for (const { measure, month, counts } of rows) {
    const cut = isByDay(measure) ? cutAt(counts, month, asOf) : counts
    byMeasure.set(measure, sumHistograms([byMeasure.get(measure) ?? [], cut]))
  }
  const count = (measure: Measure) => countOf(byMeasure.get(measure) ?? [])
  return {
    count,
    until: (measure) => (before.get(measure) ?? 0) + count(measure),
    histogram: (measure) => byMeasure.get(measure) ?? [],
    attended,
    inhabitants,
  }
}

/** The days of a month that is still running, or has not begun, only as far as they have come. */
function cutAt(counts: readonly number[], month: PlainDate, asOf: PlainDate): readonly number[] {
  const thisMonth = asOf.slice(0, 7)
  if (month.slice(0, 7) < thisMonth) return counts
  return month.slice(0, 7) > thisMonth ? [] : counts.slice(0, Number(asOf.slice(8)) + 1)
}
