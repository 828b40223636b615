import { firstRows } from '../read-cases.ts'
import { openTable } from '../reading/open-table.ts'
import { guessHeader, isBlank, tidy } from '../rows/header.ts'
import { dateReader } from './date-format.ts'
import { dateOrderOf, type DateOrder } from './date-order.ts'

/** What the page shows of a file, so that a person can say what its columns mean. */
export interface Sample {
  headerRow: number
  columns: readonly SampleColumn[]
}

export interface SampleColumn {
  name: string
  /** The first few cells that hold something. */
  shown: readonly string[]
  /** Its different cells, if they are few. */
  values: readonly string[]
  dates: SampleDates | null
}

export interface SampleDates {
  order: DateOrder
  /** Formats that read every cell of the sample; two, where nobody but a person can tell. */
  formats: readonly string[]
}

const ROWS = 5_000
const SHOWN = 3
const MOST_VALUES = 40
const MOST_COLUMNS_SHOWN = 100

const CLOCKS = ['', ' H:mm', ' H:mm:ss', ' h:mm a', ' h:mm:ss a']
const DAYS = ['d/M/yyyy', 'M/d/yyyy', 'd-M-yyyy', 'M-d-yyyy', 'd.M.yyyy', 'yyyy-MM-dd', 'yyyy/M/d']
const FORMATS = [
  ...DAYS.flatMap((day) => CLOCKS.map((clock) => day + clock)),
  "yyyy-MM-dd'T'HH:mm:ss",
  "yyyy-MM-dd'T'HH:mm:ssZ",
]

export async function takeSample(path: string): Promise<Sample> {
  const rows = await firstRows(await openTable(path), ROWS)
  const headerRow = guessHeader(rows.slice(0, 50))
  const header = rows.find(({ row }) => row === headerRow)?.cells ?? []
  const below = rows.filter((row) => row.row > headerRow && !isBlank(row))
  const columns = header.slice(0, MOST_COLUMNS_SHOWN).flatMap((heading, at) => {
    const name = tidy(heading)
    const cells = below.map(({ cells: row }) => row[at]?.trim() ?? '').filter((cell) => cell !== '')
    return name === '' ? [] : [columnOf(name, cells)]
  })
  return { headerRow, columns }
}

function columnOf(name: string, cells: readonly string[]): SampleColumn {
  const values = [...new Set(cells)]
  return {
    name,
    shown: values.slice(0, SHOWN),
    values: values.length <= MOST_VALUES ? values : [],
    dates: datesOf(cells),
  }
}

function datesOf(cells: readonly string[]): SampleDates | null {
  if (cells.length === 0 || !cells.every((cell) => /\d{4}/.test(cell))) return null
  const formats = FORMATS.filter((format) => {
    const read = dateReader([format], 'es')
    return cells.every((cell) => read(cell) !== null)
  })
  return formats.length === 0 ? null : { order: dateOrderOf(cells), formats }
}
