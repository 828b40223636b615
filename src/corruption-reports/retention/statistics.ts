import { connects } from './hidden-cells.ts'

/** Numbers on reports of corruption: periods that never change, and no group so small that it shows a person. */

/** The half-year of a day: shorter periods would have too few reports to be shown. */
export function periodOf(day: string): string {
  return `${day.slice(0, 4)}-S${Number(day.slice(5, 7)) <= 6 ? 1 : 2}`
}

export const SMALLEST_CELL = 10

/** Null: hidden. */
export type Cell = number | null

export interface HiddenTable {
  cells: Cell[][]
  rowTotals: Cell[]
  columnTotals: Cell[]
  total: Cell
}

type Place = readonly [row: number, column: number]

/**
 * Hides every cell and total from 1 to 9, and with it others: until none can be reckoned from its
 * neighbours, and what is hidden in a line with a total is together ten at least. A nought hides nobody.
 */
export function hideSmallCells(counts: readonly (readonly number[])[]): HiddenTable {
  const all = withTotals(counts)
  const hidden = all.map((line) => line.map((count) => count > 0 && count < SMALLEST_CELL))
  for (let more = companions(all, hidden); more.length > 0; more = companions(all, hidden)) {
    for (const [row, column] of more) hidden[row]![column] = true
  }
  const shown = all.map((line, row) =>
    line.map((count, column) => (hidden[row]?.[column] ? null : count)),
  )
  const totals = shown.pop() ?? []
  return {
    total: totals.pop() ?? null,
    columnTotals: totals,
    rowTotals: shown.map((line) => line.pop() ?? null),
    cells: shown,
  }
}

function withTotals(counts: readonly (readonly number[])[]): number[][] {
  const rows = counts.map((line) => [...line, sum(line)])
  const columns = rows[0]?.map((_, column) => sum(rows.map((line) => line[column] ?? 0))) ?? [0]
  return [...rows, columns]
}

/** What must be hidden besides; none when nothing gives anything away any more. */
function companions(all: number[][], hidden: boolean[][]): Place[] {
  const places = all.flatMap((line, row) => line.map((_, column): Place => [row, column]))
  const isHidden = ([row, column]: Place) => hidden[row]?.[column] === true
  const costs = ([row, column]: Place) => {
    if (hidden[row]?.[column]) return 0
    const isTotal = row === all.length - 1 || column === (all[0]?.length ?? 0) - 1
    // a total is dearer than any cell, and a nought dearer than any number: it hides nothing
    return (isTotal ? 1e12 : 0) + (all[row]?.[column] || 1e9)
  }
  const cheapest = (choices: Place[][]) =>
    choices
      .map((choice) => ({ choice, cost: sum(choice.map(costs)) }))
      .reduce((one, other) => (other.cost < one.cost ? other : one)).choice
  const alone = places.find((place) => isHidden(place) && !connects(hidden, place))
  if (alone) return cheapest(places.filter(crosses(alone)).map((corner) => square(alone, corner)))
  const thin = linesThrough(places).find((line) => isThin(line, all, hidden))
  if (thin) return cheapest(thin.filter((place) => !isHidden(place)).map((place) => [place]))
  return []
}

const crosses =
  ([row, column]: Place) =>
  ([otherRow, otherColumn]: Place) =>
    row !== otherRow && column !== otherColumn

function square([row, column]: Place, [otherRow, otherColumn]: Place): Place[] {
  return [
    [row, otherColumn],
    [otherRow, column],
    [otherRow, otherColumn],
  ]
}

/** Every row and every column with its total, which stands last. */
function linesThrough(places: readonly Place[]): Place[][] {
  const along = (side: 0 | 1) =>
    [...new Set(places.map((place) => place[side]))].map((line) =>
      places.filter((place) => place[side] === line),
    )
  return [...along(0), ...along(1)]
}

/** A total that is shown would give away that all that is hidden beside it is less than ten. */
function isThin(line: readonly Place[], all: number[][], hidden: boolean[][]): boolean {
  const [totalRow, totalColumn] = line.at(-1) ?? [0, 0]
  if (hidden[totalRow]?.[totalColumn]) return false
  const counts = line
    .filter(([row, column]) => hidden[row]?.[column])
    .map(([row, column]) => all[row]?.[column] ?? 0)
  return counts.length > 0 && sum(counts) < SMALLEST_CELL
}

const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0)
