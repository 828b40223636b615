/** A table as spreadsheets save it: commas, semicolons or tabs; quotes double themselves inside quotes. */
export interface CsvRow {
  line: number
  cells: readonly string[]
}

export function readCsv(text: string): CsvRow[] {
  const clean = text.replace(/^\uFEFF/, '')
  return splitRows(clean, separatorOf(clean)).filter(({ cells }) =>
    cells.some((cell) => cell !== ''),
  )
}

/** Whichever of the three the first line has most of. */
function separatorOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1)
  const count = (separator: string) => first.split(separator).length
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best))
}

function splitRows(text: string, separator: string): CsvRow[] {
  const rows: CsvRow[] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let line = 1
  let beganAt = 1
  const endCell = () => {
    cells.push(cell.trim())
    cell = ''
  }
  const endRow = () => {
    endCell()
    rows.push({ line: beganAt, cells })
    cells = []
    beganAt = line
  }
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at)
    if (letter === '\n') line += 1
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (text[at + 1] === '"') cell += text.charAt(++at)
      else quoted = false
    } else if (letter === '"' && cell.trim() === '') {
      cell = ''
      quoted = true
    } else if (letter === separator) endCell()
    else if (letter === '\n') endRow()
    else if (letter !== '\r') cell += letter
  }
  if (cell !== '' || cells.length > 0) endRow()
  return rows
}
