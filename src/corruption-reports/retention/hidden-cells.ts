/**
 * Every row and every column with its total is one equation. With the lines as points and the hidden cells
 * as edges between them, a cell can be reckoned exactly when nothing else connects its row and its column.
 */
export function connects(
  hidden: readonly (readonly boolean[])[],
  [row, column]: readonly [number, number],
): boolean {
  const rows = new Set([row])
  const columns = new Set<number>()
  for (let before = -1; before !== rows.size + columns.size;) {
    before = rows.size + columns.size
    hidden.forEach((line, atRow) => {
      line.forEach((isHidden, atColumn) => {
        if (!isHidden || (atRow === row && atColumn === column)) return
        if (rows.has(atRow)) columns.add(atColumn)
        if (columns.has(atColumn)) rows.add(atRow)
      })
    })
  }
  return columns.has(column)
}
