import type { Db } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { listCellsAround, type CellRow, type CellTotal, type Part } from './cell-rows-store.ts'
import type { Breakdown } from './figure.ts'
import type { Measure } from './measures.ts'

/** Rows of cells: one part of one place. */
export interface WhichCells {
  within: string
  breakdown: Breakdown | ''
  measures: readonly Measure[]
}

interface Months {
  from: PlainDate
  until: PlainDate
}

/** The cells around some questions, however often they are looked at. */
export interface CellReader {
  /** Reads these together, unless they are known. */
  expect: (parts: readonly Part[]) => Promise<void>
  listCells(which: WhichCells, months: Months): Promise<CellRow[]>
  listTotals(which: WhichCells, months: Months): Promise<CellTotal[]>
  /** All that was counted in the months before one. */
  sumBefore(which: WhichCells, month: PlainDate): Promise<Omit<CellTotal, 'month'>[]>
}

export interface Reach {
  administrationIds: readonly string[]
  kinds: readonly string[] | undefined
  measures: readonly Measure[]
  /** Of these, what was counted ever before matters too. */
  everBefore: readonly Measure[]
  months: Months
  /** The first month that may have to be cut at a day. */
  daysFrom: PlainDate
}

interface Loaded {
  rows: readonly CellRow[]
  before: readonly Omit<CellTotal, 'month'>[]
}

/** Reads the expected parts of every administration in one statement, whatever the number of periods. */
export async function openCells(
  db: Db,
  reach: Reach,
  expected: readonly Part[],
): Promise<(administrationId: string) => CellReader> {
  const loaded = new Map<string, Loaded>()
  const load = async (administrationIds: readonly string[], parts: readonly Part[]) => {
    const all = await listCellsAround(db, { ...reach, administrationIds }, parts)
    for (const administrationId of administrationIds) {
      for (const part of parts) {
        const key = keyOf(administrationId, part)
        const isIts = (row: Part & { administrationId: string }) =>
          keyOf(row.administrationId, row) === key
        loaded.set(key, { rows: all.rows.filter(isIts), before: all.before.filter(isIts) })
      }
    }
  }
  await load(reach.administrationIds, expected)
  return (administrationId) => readerOf(administrationId, loaded, load)
}

type Load = (administrationIds: readonly string[], parts: readonly Part[]) => Promise<void>

/** A part that nobody expected is read when it is asked for. */
function readerOf(
  administrationId: string,
  loaded: ReadonlyMap<string, Loaded>,
  load: Load,
): CellReader {
  const partOf = async (which: WhichCells): Promise<Loaded> => {
    const key = keyOf(administrationId, which)
    if (!loaded.has(key)) await load([administrationId], [which])
    return loaded.get(key) ?? { rows: [], before: [] }
  }
  const listCells = async (which: WhichCells, { from, until }: Months) => {
    const { rows } = await partOf(which)
    return rows.filter(
      ({ month, measure }) => month >= from && month <= until && which.measures.includes(measure),
    )
  }
  return {
    expect: async (parts) => {
      const unknown = parts.filter((part) => !loaded.has(keyOf(administrationId, part)))
      if (unknown.length > 0) await load([administrationId], unknown)
    },
    listCells,
    listTotals: listCells,
    sumBefore: async (which, month) => {
      const { rows, before } = await partOf(which)
      const isAsked = ({ measure }: { measure: Measure }) => which.measures.includes(measure)
      return addUp([
        ...before.filter(isAsked),
        ...rows.filter((row) => row.month < month && isAsked(row)),
      ])
    },
  }
}

function keyOf(administrationId: string, { within, breakdown }: Part): string {
  return `${administrationId} ${within} ${breakdown}`
}

function addUp(totals: readonly Omit<CellTotal, 'month'>[]): Omit<CellTotal, 'month'>[] {
  const sums = new Map<string, Omit<CellTotal, 'month'>>()
  for (const { kind, member, measure, total } of totals) {
    const key = JSON.stringify([kind, member, measure])
    sums.set(key, { kind, member, measure, total: (sums.get(key)?.total ?? 0) + total })
  }
  return [...sums.values()]
}
