import { UnreadableFile } from '../open-bytes.ts'
import { LONGEST_ROW, MOST_COLUMNS, type RowsOfTable, type TableRow } from '../table-row.ts'
import { readDateStyles, writeSerial } from './cell-styles.ts'
import { readSharedStrings } from './shared-strings.ts'
import { readWorkbook, type Workbook } from './workbook.ts'
import { attributeOf, readXml, type XmlPiece } from './xml-pieces.ts'
import { openZip, type Zip } from './zip.ts'

/** Reads one sheet as a stream. Of a formula only what it last came to is read, as text. */
export async function* readXlsxRows(path: string, sheet: string | null): RowsOfTable {
  const zip = await openZip(path)
  const { sheets, countsFrom } = await readWorkbook(zip)
  const wanted = sheet === null ? sheets[0] : sheets.find(({ name }) => name === sheet)
  if (!wanted || !zip.has(wanted.file)) {
    throw new UnreadableFile('no_sheet', { sheets: sheets.map(({ name }) => name).join(', ') })
  }
  const reader = await openReader(zip, countsFrom)
  for await (const pieces of readXml(zip.read(wanted.file))) {
    const rows = pieces.flatMap((piece) => reader.take(piece) ?? [])
    if (rows.length > 0) yield rows
  }
}

export async function listSheets(path: string): Promise<readonly string[]> {
  const { sheets } = await readWorkbook(await openZip(path))
  return sheets.map(({ name }) => name)
}

interface Cell {
  column: number
  type: string
  style: number
  text: string
}

async function openReader(zip: Zip, countsFrom: Workbook['countsFrom']) {
  const strings = await readSharedStrings(zip)
  const dates = await readDateStyles(zip)
  let row = 0
  let cells: string[] = []
  let cell: Cell | null = null
  let isValue = false
  let letters = 0

  const valueOf = ({ type, style, text }: Cell): string => {
    if (type === 's') return strings[Number(text)] ?? ''
    if (type === 'n' && dates.has(style)) return writeSerial(text, countsFrom)
    return text
  }
  const put = (read: Cell) => {
    while (cells.length < read.column) cells.push('')
    const value = valueOf(read)
    letters += value.length
    if (letters > LONGEST_ROW) throw new UnreadableFile('record_too_long', { row })
    cells[read.column] = value
  }
  return {
    take(piece: XmlPiece): TableRow | null {
      if (piece.type === 'text') {
        if (cell && isValue) cell.text += piece.text
        return null
      }
      const { name, attributes, isEmpty } = piece
      const opens = piece.type === 'open' && !isEmpty
      if (name === 'row') {
        if (piece.type === 'open') {
          row = Number(attributeOf(attributes, 'r') ?? row + 1)
          cells = []
          letters = 0
        }
        return opens ? null : { row, cells }
      }
      if (name === 'c') {
        if (opens) cell = cellOf(attributes, cells.length, row)
        else if (cell && piece.type === 'close') put(cell)
        if (!opens) cell = null
      }
      if (name === 'v' || name === 't') isValue = opens
      return null
    },
  }
}

function cellOf(attributes: string, next: number, row: number): Cell {
  const column = columnOf(attributeOf(attributes, 'r')) ?? next
  if (column >= MOST_COLUMNS) {
    throw new UnreadableFile('too_many_columns', { row, most: MOST_COLUMNS })
  }
  return {
    column,
    type: attributeOf(attributes, 't') ?? 'n',
    style: Number(attributeOf(attributes, 's') ?? 0),
    text: '',
  }
}

/** `AB12` is the 28th column, counted here from 0. */
function columnOf(reference: string | null): number | null {
  const [, letters] = /^([A-Z]+)\d+$/.exec(reference ?? '') ?? []
  if (letters === undefined) return null
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
