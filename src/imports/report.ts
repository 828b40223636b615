import type { Encoding } from './reading/inspect-file.ts'
import type { Separator } from './reading/csv-rows.ts'
import {
  FLAGS,
  REFUSALS,
  type Flag,
  type LegacyCase,
  type RefusalCode,
} from './rows/legacy-case.ts'

/** What an import did or would do, in numbers. */
export interface ImportReport {
  file: {
    format: 'csv' | 'xlsx'
    bytes: number
    encoding: Encoding | null
    separator: Separator | null
    headerRow: number
  }
  /** Rows with something in them under the headings; the empty ones were passed over. */
  rows: number
  blankRows: number
  /** New ones, those that are here already as they stand, those here that say something else now. */
  taken: number
  unchanged: number
  changed: number
  refused: number
  refusals: Partial<Record<RefusalCode, number>>
  flags: Partial<Record<Flag, number>>
  /** Of rows with a day due and an end that comes not before their beginning, and without asking that. */
  withDue: number
  late: number
  firstDay: string | null
  lastDay: string | null
  /** Places of theirs that are none of ours, and in how many rows. */
  unknownPlaces: readonly UnknownPlace[]
}

export interface UnknownPlace {
  what: 'centre' | 'service' | 'unit'
  told: string
  rows: number
}

const MOST_PLACES = 500

export type Tally = ReturnType<typeof openTally>

/** Counts rows as they go by. */
export function openTally() {
  const numbers = { rows: 0, blankRows: 0, taken: 0, unchanged: 0, changed: 0, refused: 0 }
  const due = { withDue: 0, late: 0 }
  const refusals = new Map<RefusalCode, number>()
  const flags = new Map<Flag, number>()
  const places = new Map<string, UnknownPlace>()
  let firstDay: string | null = null
  let lastDay: string | null = null

  const countPlace = (
    what: UnknownPlace['what'],
    place: { id: string | null; told: string | null },
  ) => {
    if (place.id !== null || place.told === null) return
    const key = `${what}|${place.told}`
    const known = places.get(key)
    if (known) known.rows += 1
    else if (places.size < MOST_PLACES) places.set(key, { what, told: place.told, rows: 1 })
  }
  return {
    count(what: keyof typeof numbers) {
      numbers[what] += 1
    },
    refuse(codes: readonly RefusalCode[]) {
      numbers.refused += 1
      for (const code of codes) refusals.set(code, (refusals.get(code) ?? 0) + 1)
    },
    see(one: LegacyCase) {
      for (const flag of one.flags) flags.set(flag, (flags.get(flag) ?? 0) + 1)
      if (firstDay === null || one.receivedOn < firstDay) firstDay = one.receivedOn
      if (lastDay === null || one.receivedOn > lastDay) lastDay = one.receivedOn
      countPlace('centre', one.centre)
      countPlace('service', one.service)
      countPlace('unit', one.unit)
      const ended = one.answeredOn ?? one.closedOn
      if (one.dueOn === null || ended === null) return
      due.withDue += 1
      if (ended > one.dueOn) due.late += 1
    },
    report(file: ImportReport['file']): ImportReport {
      return {
        file,
        ...numbers,
        refusals: inOrder(REFUSALS, refusals),
        flags: inOrder(FLAGS, flags),
        ...due,
        firstDay,
        lastDay,
        unknownPlaces: [...places.values()].toSorted((one, other) => other.rows - one.rows),
      }
    },
  }
}

function inOrder<Key extends string>(keys: readonly Key[], counts: ReadonlyMap<Key, number>) {
  return Object.fromEntries(
    keys.flatMap((key) => (counts.has(key) ? [[key, counts.get(key)]] : [])),
  ) as Partial<Record<Key, number>>
}
