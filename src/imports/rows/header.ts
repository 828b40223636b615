import { Invalid } from '../../platform/errors.ts'
import { sameHeading, type TableRow } from '../reading/table-row.ts'

export interface Header {
  row: number
  columns: readonly string[]
}

/** A row that some junk may stand above; further down nobody looks for it. */
export const JUNK_ROWS = 50

/** The row that has all these columns; else the mapping is for another file, and which columns miss is said. */
export function findHeader(
  rows: readonly TableRow[],
  wanted: readonly string[],
  headerRow: number | undefined,
): Header {
  const candidates = headerRow === undefined ? rows.slice(0, JUNK_ROWS) : rows
  let best: { row: TableRow; missing: readonly string[] } | null = null
  for (const row of candidates) {
    if (headerRow !== undefined && row.row !== headerRow) continue
    const headings = new Set(row.cells.map(sameHeading))
    const missing = wanted.filter((column) => !headings.has(sameHeading(column)))
    if (missing.length === 0) return { row: row.row, columns: row.cells.map(tidy) }
    if (!best || missing.length < best.missing.length) best = { row, missing }
  }
  const missing = best?.missing ?? wanted
  throw new Invalid(
    missing.map((column) => ({ field: '/', code: 'no_column', values: { field: '/', column } })),
  )
}

export function tidy(heading: string): string {
  return heading.replace(/\s+/gu, ' ').trim()
}

/** Whether nothing was written in a row: sheets drag thousands of those behind them. */
export function isBlank({ cells }: TableRow): boolean {
  return cells.every((cell) => cell.trim() === '')
}

/** For the page: the first row that is as wide as most and holds only words. */
export function guessHeader(rows: readonly TableRow[]): number {
  const filled = rows.map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length)
  const width = Math.max(0, ...filled)
  const at = filled.findIndex((count) => count >= Math.max(2, width * 0.6))
  return rows[Math.max(0, at)]?.row ?? 1
}
