import { cellKey, type Attended } from './attention.ts'
import { readCsv, type CsvRow } from './read-csv.ts'
import { checkRow, type KnownPlaces, type ToldRow } from './told-row.ts'

/** A table of attentions as it would be taken: the rows that are good, and each bad one with its reason. */
export interface ReadTable {
  /** Of the table as a whole, before any row was looked at. */
  problem: { code: 'empty' | 'no_column' | 'too_many_rows'; column?: keyof ToldRow } | null
  good: readonly { line: number; attended: Attended }[]
  bad: readonly { line: number; text: string; field: keyof ToldRow; code: string }[]
}

const MOST_ROWS = 20_000

/** The names that a column may have. */
const COLUMNS: Readonly<Record<keyof ToldRow, readonly string[]>> = {
  day: ['fecha', 'dia', 'día', 'date', 'day'],
  centre: ['oficina', 'centro', 'sede', 'centre', 'office'],
  service: ['servicio', 'tramite', 'trámite', 'service'],
  channel: ['canal', 'channel'],
  attended: ['atenciones', 'cantidad', 'personas', 'count', 'attended'],
}
const OPTIONAL: readonly string[] = ['channel']

export function readTable(text: string, known: KnownPlaces): ReadTable {
  const [head, ...rows] = readCsv(text)
  const nothing = { good: [], bad: [] }
  if (!head || rows.length === 0) return { problem: { code: 'empty' }, ...nothing }
  if (rows.length > MOST_ROWS) return { problem: { code: 'too_many_rows' }, ...nothing }
  const places = placesOf(head)
  const missing = NAMES.find((name) => places[name] === -1 && !OPTIONAL.includes(name))
  if (missing) return { problem: { code: 'no_column', column: missing }, ...nothing }
  return { problem: null, ...checkRows(rows, places, known) }
}

const NAMES = Object.keys(COLUMNS) as (keyof ToldRow)[]
type Places = Record<keyof ToldRow, number>

function placesOf({ cells }: CsvRow): Places {
  const heads = cells.map((cell) => cell.toLowerCase())
  const place = (name: keyof ToldRow) => heads.findIndex((head) => COLUMNS[name].includes(head))
  return Object.fromEntries(NAMES.map((name) => [name, place(name)])) as Places
}

function checkRows(rows: readonly CsvRow[], places: Places, known: KnownPlaces) {
  const good: { line: number; attended: Attended }[] = []
  const bad: ReadTable['bad'][number][] = []
  const seen = new Set<string>()
  for (const { line, cells } of rows) {
    const text = cells.join(' · ')
    const told = Object.fromEntries(
      NAMES.map((name) => [name, cells[places[name]] ?? '']),
    ) as unknown as ToldRow
    const { attended, problems } = checkRow(told, known)
    bad.push(...problems.map((problem) => ({ line, text, ...problem })))
    if (!attended) continue
    // the later of two would silently win
    const isTwice = seen.has(cellKey(attended))
    if (isTwice) bad.push({ line, text, field: 'day', code: 'twice' })
    else good.push({ line, attended })
    seen.add(cellKey(attended))
  }
  return { good, bad }
}
