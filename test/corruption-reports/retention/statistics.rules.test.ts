import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  hideSmallCells,
  periodOf,
  SMALLEST_CELL,
  type HiddenTable,
} from '../../../src/corruption-reports/retention/statistics.ts'

const linesOf = ({ cells, rowTotals, columnTotals, total }: HiddenTable) => {
  const rows = [...cells.map((line, row) => [...line, rowTotals[row] ?? null])]
  const all = [...rows, [...columnTotals, total]]
  return [...all, ...(all[0] ?? []).map((_, column) => all.map((line) => line[column] ?? null))]
}

/** What somebody finds who puts the shown numbers into each line again and again. */
function fillIn(table: HiddenTable): number {
  const all = [...table.cells.map((line, row) => [...line, table.rowTotals[row] ?? null])]
  all.push([...table.columnTotals, table.total])
  const width = all[0]?.length ?? 0
  let found = 0
  const solve = (
    get: (at: number) => number | null,
    set: (at: number, to: number) => void,
    n: number,
  ) => {
    const gaps = Array.from({ length: n }, (_, at) => at).filter((at) => get(at) === null)
    if (gaps.length !== 1) return
    const parts = Array.from({ length: n - 1 }, (_, at) => get(at) ?? 0).reduce((a, b) => a + b, 0)
    const [gap = 0] = gaps
    set(gap, gap === n - 1 ? parts : (get(n - 1) ?? 0) - parts)
    found += 1
  }
  for (let round = 0; round < 10; round++) {
    all.forEach((line) =>
      solve(
        (at) => line[at] ?? null,
        (at, to) => (line[at] = to),
        width,
      ),
    )
    for (let column = 0; column < width; column++) {
      solve(
        (at) => all[at]?.[column] ?? null,
        (at, to) => (all[at]![column] = to),
        all.length,
      )
    }
  }
  return found
}

const anyCounts = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(fc.oneof(fc.nat(12), fc.nat(200)), { minLength: columns, maxLength: columns }),
      { minLength: rows, maxLength: rows },
    ),
  )

describe('Statistics on sealed reports', () => {
  it('a cell under ten is hidden together with one that would give it away', () => {
    const table = hideSmallCells([
      [3, 40],
      [50, 60],
    ])
    expect(table.cells).toEqual([
      [null, null],
      [null, null],
    ])
    expect([table.rowTotals, table.columnTotals, table.total]).toEqual([[43, 110], [53, 100], 153])
  })

  it('large cells stay as they are, and a nought hides nobody', () => {
    const table = hideSmallCells([
      [30, 0],
      [50, 60],
    ])
    expect(table.cells).toEqual([
      [30, 0],
      [50, 60],
    ])
  })

  it('two small cells are not enough where their total would show a small group', () => {
    const { cells, rowTotals } = hideSmallCells([[2, 3, 40]])
    expect([cells[0]?.slice(0, 2), rowTotals]).toEqual([[null, null], [45]])
    expect(cells[0]?.[2]).toBeNull()
  })

  it('nothing from one to nine is ever shown, and nothing hidden can be reckoned back', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const table = hideSmallCells(counts)
        const shown = linesOf(table).flat()
        expect(shown.filter((cell) => cell !== null && cell > 0 && cell < SMALLEST_CELL)).toEqual(
          [],
        )
        expect(fillIn(table)).toBe(0)
      }),
      { numRuns: 300 },
    )
  })

  it('count by half-years, which nobody can choose', () => {
    expect(['2026-01-01', '2026-06-30', '2026-07-01', '2026-12-31'].map(periodOf)).toEqual([
      '2026-S1',
      '2026-S1',
      '2026-S2',
      '2026-S2',
    ])
  })
})
