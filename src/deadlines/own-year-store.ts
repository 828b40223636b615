import { sql } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import { insertDays, listLayers, withAbove } from './calendar-store.ts'
import type { OwnYear } from './own-year.ts'
import './tables.ts'

/** Null: no calendar of that administration. */
export async function findOwnYear(
  db: Db,
  of: { code: string; administrationId: string },
  year: number,
): Promise<OwnYear | null> {
  const layer = (await listLayers(db, of.code)).at(-1)
  if (layer?.administrationId !== of.administrationId) return null
  const confirmed = layer.confirmedYears?.includes(year) ?? false
  const days = layer.days.filter(({ date }) => date.startsWith(`${year}-`))
  return { calendar: of.code, year, confirmed, days }
}

export async function writeOwnYear(tx: Tx, { calendar, year, confirmed, days }: OwnYear) {
  await tx
    .deleteFrom('calendar_days')
    .where('calendar_code', '=', calendar)
    .where(sql<boolean>`extract(year from day) = ${year}`)
    .execute()
  await insertDays(tx, calendar, days)
  const others = sql<number[]>`array_remove(confirmed_years, ${year}::integer)`
  const years = confirmed ? sql<number[]>`${others} || ${year}::integer` : others
  await tx
    .updateTable('calendars')
    .set({ confirmed_years: years })
    .where('calendar_code', '=', calendar)
    .execute()
}

/** A calendar and all that stand on it, whose days follow its own. */
export async function listStandingOn(db: Db, code: string): Promise<string[]> {
  const { rows } = await sql<{ calendar_code: string }>`
    ${withAbove(code)} select calendar_code from above`.execute(db)
  return rows.map(({ calendar_code }) => calendar_code)
}
