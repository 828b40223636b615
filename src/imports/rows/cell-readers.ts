import { sameHeading } from '../reading/table-row.ts'
import type { Coded, DateColumn, Place } from '../mapping/mapping.ts'
import { dateReader, type ReadDate } from '../mapping/date-format.ts'
import { zoneClock, type ZoneClock } from '../mapping/zone-clock.ts'
import { placeKey } from './known-book.ts'
import type { Refusal, RefusalCode, ToldPlace } from './legacy-case.ts'

export type Cells = readonly string[]

/** What is wrong with one row, as far as it was read. */
export interface Findings {
  row: number
  refusals: Refusal[]
}

const LONGEST_VALUE = 300

export function refuse(found: Findings, column: string, code: RefusalCode, value: string): null {
  found.refusals.push({ row: found.row, column, code, value: value.slice(0, LONGEST_VALUE) })
  return null
}

/** Finds a column's cell in a row; the headings were found to be there before. */
export type CellOf = (column: string) => (cells: Cells) => string

export function cellFinder(headings: readonly string[]): CellOf {
  const places = new Map(
    headings.map((heading, at) => [sameHeading(heading), at] as const).reverse(),
  )
  return (column) => {
    const at = places.get(sameHeading(column)) ?? -1
    return (cells) => cells[at]?.trim() ?? ''
  }
}

export interface ReadCode {
  told: string | null
  code: string | null
}

/** Of a coded column: what was told, and our code for it. */
export function codeReader(
  coded: Coded | undefined,
  cellOf: CellOf,
  isOurs: (code: string) => boolean,
): (cells: Cells, found: Findings) => ReadCode {
  if (!coded) return () => ({ told: null, code: null })
  if ('constant' in coded) return () => ({ told: null, code: coded.constant })
  const { column, otherwise } = coded
  const cell = cellOf(column)
  const words = trimmedKeys(coded.values ?? {})
  return (cells, found) => {
    const told = cell(cells)
    const code = words.get(told) ?? (isOurs(told) ? told : otherwise)
    if (code !== undefined) return { told, code }
    return { told, code: told === '' ? null : refuse(found, column, 'unknown_value', told) }
  }
}

export function placeReader(
  place: Place | undefined,
  cellOf: CellOf,
  ids: ReadonlyMap<string, string>,
): (cells: Cells) => ToldPlace {
  const placeOf = (told: string, word: string): ToldPlace =>
    word === '' ? NOWHERE : { id: ids.get(placeKey(word)) ?? null, told }
  if (!place) return () => NOWHERE
  if ('constant' in place) return () => placeOf(place.constant, place.constant)
  const cell = cellOf(place.column)
  const words = trimmedKeys(place.values ?? {})
  const known = new Map<string, ToldPlace>()
  return (cells) => {
    const told = cell(cells)
    const kept = known.get(told)
    if (kept) return kept
    // a decoded name is what the place is called; the code alone would say nothing
    const read = placeOf(words.get(told) ?? told, words.get(told) ?? told)
    if (known.size < MOST_REMEMBERED) known.set(told, read)
    return read
  }
}

const NOWHERE: ToldPlace = { id: null, told: null }
const MOST_REMEMBERED = 10_000

function trimmedKeys(words: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(words).map(([told, ours]) => [told.trim(), ours]))
}

export interface ReadInstant {
  instant: Date
  /** The day as it was written, whatever the zone of whoever reads it. */
  day: string
  hasTime: boolean
}

/** Null for an empty cell, and for one that is no date, which is refused. */
export function instantReader(
  date: DateColumn | undefined,
  cellOf: CellOf,
  { language, timeZone }: { language: string; timeZone: string },
): (cells: Cells, found: Findings) => ReadInstant | null {
  if (!date) return () => null
  const cell = cellOf(date.column)
  const read = dateReader(date.formats, language)
  const clock = zoneClock(date.timeZone ?? timeZone)
  return (cells, found) => {
    const text = cell(cells)
    if (text === '') return null
    const parts = read(text)
    return parts ? toInstant(parts, clock) : refuse(found, date.column, whyNoDate(text), text)
  }
}

function toInstant(parts: ReadDate, clock: ZoneClock): ReadInstant {
  const instant = clock.instantOf(parts)
  const day = `${parts.year}-${twoDigits(parts.month)}-${twoDigits(parts.day)}`
  return { instant, day, hasTime: parts.hasTime }
}

function twoDigits(part: number): string {
  return part < 10 ? `0${part}` : String(part)
}

/** Days as spreadsheets count them, of the years 1955 to 2064. */
function whyNoDate(text: string): RefusalCode {
  const serial = /^\d{5}([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : 0
  return serial >= 20_000 && serial <= 60_000 ? 'date_is_serial' : 'not_a_date'
}
