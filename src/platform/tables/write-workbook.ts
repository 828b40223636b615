import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import { harmless, type Value } from './write-csv.ts'

export interface SheetOfRows {
  name: string
  head: readonly string[]
  rows: readonly (readonly Value[])[]
}

/** A workbook whose first row is in bold and stays in sight; texts are texts, numbers are numbers. */
export function writeWorkbook(sheets: readonly SheetOfRows[]): Promise<Buffer> {
  const written = sheets.map(({ name, head, rows }) => ({
    sheet: name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    stickyRowsCount: 1,
    data: [head.map((value) => ({ value, fontWeight: 'bold' as const })), ...rows.map(cells)],
  }))
  return writeXlsxFile(written).toBuffer()
}

function cells(row: readonly Value[]): SheetData[number] {
  return row.map((value) => {
    if (value === null) return null
    return { value: typeof value === 'string' ? harmless(value) : value }
  })
}
