import { proportionOf, shownCells, type Proportion } from '../statistics/index.ts'
import { RESOLVED, type Resolved } from './instrument.ts'
import type { Tally } from './results-store.ts'

/** What came out for one key: the share of the satisfied, hidden where there are too few. */
export interface Cell {
  key: string
  hidden: boolean
  /** Null: nobody answered, or hidden. */
  satisfied: Proportion | null
  mean: number | null
}

/** Cells of one breakdown, hidden as one. */
export function cellsOf(tallies: readonly Tally[]): Cell[] {
  const shown = shownCells(tallies.map(({ n }) => n))
  return tallies.map((tally, index) => cellOf(tally, shown[index] ?? false))
}

/** The drivers are no parts of one whole: each is hidden for its own few. */
export function driverCells(tallies: readonly Tally[], drivers: readonly string[]): Cell[] {
  return drivers.map((key) => {
    const tally = tallies.find((each) => each.key === key) ?? { key, n: 0, satisfied: 0, sum: 0 }
    return cellOf(tally, shownCells([tally.n])[0] ?? false)
  })
}

function cellOf({ key, n, satisfied, sum }: Tally, shown: boolean): Cell {
  if (!shown) return { key, hidden: true, satisfied: null, mean: null }
  return {
    key,
    hidden: false,
    satisfied: proportionOf(satisfied, n),
    mean: n === 0 ? null : sum / n,
  }
}

export interface ResolvedShare {
  resolved: Resolved
  share: Proportion | null
}

/** Null where too few said it: with three possible answers any of them would give the others away. */
export function resolvedShares(counts: ReadonlyMap<Resolved, number>): ResolvedShare[] | null {
  const n = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (!shownCells([n])[0]) return null
  return RESOLVED.map((resolved) => ({
    resolved,
    share: proportionOf(counts.get(resolved) ?? 0, n),
  }))
}
