interface Cell {
  key: string
  /** Null: hidden. */
  value: number | null
}

/** The parts add up to the total. */
export interface Equation {
  total: Cell
  parts: readonly Cell[]
}

const NOTHING = 1e-9

/** The hidden cells that have one value only, given all the equations (Gauss and Jordan). */
export function derivable(equations: readonly Equation[]): string[] {
  const cells = equations.flatMap(({ total, parts }) => [total, ...parts])
  const unknown = [...new Set(cells.filter(({ value }) => value === null).map(({ key }) => key))]
  const place = new Map(unknown.map((key, index) => [key, index]))
  const rows = equations.map(({ total, parts }) => {
    const row = unknown.map(() => 0)
    const add = ({ key }: Cell, times: number) => {
      const index = place.get(key)
      if (index !== undefined) row[index] = (row[index] ?? 0) + times
    }
    parts.forEach((part) => add(part, 1))
    add(total, -1)
    return row
  })
  return reduced(rows, unknown.length)
    .map((row) => row.flatMap((factor, index) => (Math.abs(factor) > NOTHING ? [index] : [])))
    .filter((left) => left.length === 1)
    .map(([index]) => unknown[index ?? 0] ?? '')
}

function reduced(rows: number[][], width: number): number[][] {
  let done = 0
  for (let column = 0; column < width && done < rows.length; column++) {
    const pivot = rows.findIndex(
      (row, index) => index >= done && Math.abs(row[column] ?? 0) > NOTHING,
    )
    if (pivot < 0) continue
    const chosen = rows[pivot] ?? []
    rows[pivot] = rows[done] ?? []
    const head = chosen[column] ?? 1
    rows[done] = chosen.map((factor) => factor / head)
    for (const [index, row] of rows.entries()) {
      const times = row[column] ?? 0
      if (index === done || Math.abs(times) <= NOTHING) continue
      rows[index] = row.map((factor, at) => factor - times * (rows[done]?.[at] ?? 0))
    }
    done += 1
  }
  return rows
}
