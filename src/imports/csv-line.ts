/** For people: a cell that a spreadsheet would work out as a formula is marked as text. */
export function csvLine(cells: readonly string[]): string {
  return exactCsvLine(cells.map((cell) => (/^[=+\-@\t]/.test(cell) ? `'${cell}` : cell)))
}

/** For programs: each cell comes back as it is, blanks at its ends included. */
export function exactCsvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`
}

function quoted(cell: string): string {
  return /[",\r\n;]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
