import type { Db } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import { listLayers, type NamedLayer } from './calendar-store.ts'
import { FIRST_KEY, listClocksOver, type StoredClock } from './clock-store.ts'
import { dueOn } from './due-date.ts'
import { changedDates, type OwnYear } from './own-year.ts'
import { findOwnYear, listStandingOn } from './own-year-store.ts'
import type { OwnCalendar } from './actions/keep-own-year.ts'
import { WorkingCalendar } from './working-calendar.ts'

export interface MovedDates {
  dates: number
  cases: number
  /** The counting ended before the last one. */
  more: boolean
}

const BATCH = 1000
/** Whoever decides needs to know how many, not how many exactly above this. */
const MOST_LOOKED_AT = 20_000

/** How many open dates would be another if a calendar's year were this; nothing is written. */
export async function countMovedDates(
  db: Db,
  of: OwnCalendar,
  after: OwnYear,
): Promise<MovedDates> {
  const before = await findOwnYear(db, of, after.year)
  const changed = before ? changedDates(before, after) : []
  const [first, last] = [changed[0], changed.at(-1)]
  const none = { dates: 0, cases: 0, more: false }
  if (first === undefined || last === undefined) return none
  const cases = new Set<string>()
  let dates = 0
  let looked = 0
  for (const code of await listStandingOn(db, of.code)) {
    const layers = await listLayers(db, code)
    const calendar = new WorkingCalendar(layers.map((layer) => withYear(layer, after)))
    let from: StoredClock | undefined
    do {
      const clocks = await listClocksOver(db, code, { first, last }, from ?? FIRST_KEY, BATCH)
      const moved = clocks.filter((clock) => dueOn(clock, calendar) !== clock.dueOn)
      for (const { caseId } of moved) cases.add(caseId)
      dates += moved.length
      looked += clocks.length
      from = clocks.length === BATCH ? clocks.at(-1) : undefined
      if (looked >= MOST_LOOKED_AT) return { dates, cases: cases.size, more: from !== undefined }
    } while (from)
  }
  return { dates, cases: cases.size, more: false }
}

function withYear(layer: NamedLayer, year: OwnYear): NamedLayer {
  if (layer.code !== year.calendar) return layer
  const others = layer.days.filter(({ date }) => !isIn(date, year))
  return { ...layer, days: [...others, ...year.days] }
}

function isIn(date: PlainDate, { year }: OwnYear): boolean {
  return date.startsWith(`${year}-`)
}
