import type { Mapping } from '../mapping/mapping.ts'
import { refuse, type CellOf, type Cells, type Findings } from './cell-readers.ts'

export interface ReadNumber {
  number: string
  zerosRestored: boolean
}

const LONGEST = 100

/** The number that the case had; one that a spreadsheet made unreadable is worse than none. */
export function numberReader(
  number: Mapping['number'],
  cellOf: CellOf,
): (cells: Cells, found: Findings) => ReadNumber | null {
  const columns = 'columns' in number ? number.columns : [number.column]
  const separator = 'columns' in number ? number.separator : ''
  const digits = 'columns' in number ? undefined : number.digits
  const finders = columns.map((column) => ({ column, cell: cellOf(column) }))
  return (cells, found) => {
    const parts: string[] = []
    for (const { column, cell } of finders) {
      const part = cell(cells)
      if (part === '') return refuse(found, column, 'no_number', part)
      if (isRuined(part)) return refuse(found, column, 'number_ruined', part)
      parts.push(part)
    }
    const told = parts.join(separator)
    if (told.length > LONGEST) return refuse(found, columns[0] ?? '', 'too_long', told)
    return restore(told, digits)
  }
}

/** 123000000000 that was saved as 1.23E+11 has lost its last digits for good. */
export function isRuined(text: string): boolean {
  return /^-?\d([.,]\d+)?E\+?\d+$/i.test(text) || /^#[A-ZÁÉÍÓÚÑ/0!?]+[!?]?$/.test(text)
}

function restore(told: string, digits: number | undefined): ReadNumber {
  const isShort = digits !== undefined && told.length < digits && /^\d+$/.test(told)
  return isShort
    ? { number: told.padStart(digits, '0'), zerosRestored: true }
    : { number: told, zerosRestored: false }
}
