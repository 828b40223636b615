import type { Db, Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { Invalid, NotFound } from '../../platform/errors.ts'
import { lockCalendar } from '../calendar-store.ts'
import type { OwnYear } from '../own-year.ts'
import { findOwnYear, writeOwnYear } from '../own-year-store.ts'
import { renewCalendar, type SendingJobs } from './renew-calendar.ts'

/** A calendar that the administration keeps itself; those of a country belong to everybody. */
export interface OwnCalendar {
  code: string
  administrationId: string
}

export async function getOwnYear(db: Db, of: OwnCalendar, year: number): Promise<OwnYear> {
  const found = await findOwnYear(db, of, year)
  if (!found) throw new NotFound()
  return found
}

/**
 * Puts the days of a year in the place of those that the calendar had: closures, local holidays, days worked by
 * exception. Open clocks are counted again; dates that people were told stay as they are.
 */
export async function keepOwnYear(tx: Tx, jobs: SendingJobs, of: OwnCalendar, year: OwnYear) {
  const calendar = await lockCalendar(tx, of.code)
  if (calendar?.administrationId !== of.administrationId) throw new NotFound()
  const { years } = calendar
  if (years && (year.year < years.first || year.year > years.last)) {
    const date: PlainDate = year.days[0]?.date ?? String(year.year)
    throw new Invalid([{ field: '/date', code: 'outside_years', values: { date, ...years } }])
  }
  await writeOwnYear(tx, year)
  await renewCalendar(tx, jobs, of.code)
}
