import type { Db } from '../platform/database/connection.ts'
import { NotFound } from '../platform/errors.ts'
import { getEdition, listLayers } from './calendar-store.ts'
import { WorkingCalendar } from './working-calendar.ts'

/** Kept by edition, which no two versions of any two calendars share; a new version is read anew. */
const kept = new Map<string, WorkingCalendar>()
const MOST_KEPT = 500

/** The calendar as it is now, with all the layers below it. */
export async function getCalendar(db: Db, code: string): Promise<WorkingCalendar> {
  return kept.get(await getEdition(db, code)) ?? readCalendar(db, code)
}

async function readCalendar(db: Db, code: string): Promise<WorkingCalendar> {
  const layers = await listLayers(db, code)
  const edition = layers.at(-1)?.edition
  if (edition === undefined) throw new NotFound()
  const calendar = new WorkingCalendar(layers)
  const [oldest] = kept.keys()
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  kept.set(edition, calendar)
  return calendar
}
