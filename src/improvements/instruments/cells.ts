import { formatShortDate, type T } from '../../platform/i18n/index.ts'
import type { Cells, Row } from './instrument.ts'
import { sheetOf, type Column, type Kind } from './kinds.ts'

/** The columns that still wait for their text before the instrument can be signed. */
export function lacksOf(kind: Kind, cells: Cells): string[] {
  return sheetOf(kind)
    .columns.filter(({ asked, unless }) => asked && !(unless && cells[unless.column] === unless.is))
    .filter(({ code }) => !cells[code])
    .map(({ code }) => code)
}

export function isEmpty(cells: Cells): boolean {
  return Object.values(cells).every((text) => text === '')
}

/** As the page and the paper show it. */
export function sayCell(
  kind: Kind,
  { code, as, named }: Column,
  cells: Cells,
  { t, lang }: { t: T; lang: string },
): string {
  const text = cells[code] ?? ''
  if (text === '') return ''
  if (as === 'day') return formatShortDate(text, lang)
  if (as === 'choice') return t(`${named ?? choiceKey(kind, code)}.${text}`)
  return text
}

export function choiceKey(kind: Kind, code: string): string {
  return `improvements-instruments.choice.${kind}.${code}`
}

/** In the order in which the norm reads them; those without that column at the end, as they were written. */
export function sortRows(kind: Kind, rows: readonly Row[]): Row[] {
  const { sortedBy, columns } = sheetOf(kind)
  const column = columns.find(({ code }) => code === sortedBy)
  const written = rows.toSorted((one, other) => one.place - other.place)
  if (!column) return written
  return written.toSorted((one, other) => compareCells(column, one.cells, other.cells))
}

function compareCells({ code, choices }: Column, one: Cells, other: Cells): number {
  const [a, b] = [one[code] ?? '', other[code] ?? '']
  if (a === '' || b === '') return Number(a === '') - Number(b === '')
  if (choices) return choices.indexOf(a) - choices.indexOf(b)
  return a.localeCompare(b, 'und', { numeric: true })
}
