import type { PlainDate } from '../../platform/dates.ts'
import type { ImprovementPlace } from '../improvement-place.ts'
import type { Kind } from './kinds.ts'

/** Whose document: of a centre or all, a service or all, and a year. */
export interface Whose extends ImprovementPlace {
  serviceId: string | null
  year: number
}

export interface Instrument extends Whose {
  instrumentId: string
  kind: Kind
  version: number
  state: 'draft' | 'signed'
  revision: number
  begunOn: PlainDate
  signedOn: PlainDate | null
  signedBy: string | null
  /** Of its paper, hexadecimal; null while it is a draft. */
  sha256: string | null
}

/** What stands in each column, by its code; what is not there is empty. */
export type Cells = Readonly<Record<string, string>>

export interface Row {
  rowId: string
  instrumentId: string
  lineId: string
  place: number
  cells: Cells
  source: RowSource | null
  revision: number
}

/** What a row was taken from, and how that was said when it was taken. */
export interface RowSource {
  key: string
  said: string
}

/** More rows than these nobody reads, and no office files. */
export const MOST_ROWS = 200

/** Of each document of a place and year the newest version; the first is the one that is being written. */
export function newestOf(instruments: readonly Instrument[]): Instrument[] {
  return instruments.filter((one) =>
    instruments.every((other) => !isSame(one, other) || other.version <= one.version),
  )
}

export function isSame(one: Instrument, other: Instrument): boolean {
  return (
    one.kind === other.kind &&
    one.year === other.year &&
    one.centreId === other.centreId &&
    one.serviceId === other.serviceId
  )
}
