import type { Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { Invalid, NotFound } from '../../platform/errors.ts'
import { deleteDay, insertDays, listLayers, lockCalendar } from '../calendar-store.ts'
import type { CalendarDay } from '../working-calendar.ts'
import { renewCalendar, type SendingJobs } from './renew-calendar.ts'

/** A calendar that the administration keeps itself; those of a country belong to everybody. */
export interface OwnCalendar {
  code: string
  administrationId: string
}

/** Declares an unforeseen closure, a local holiday or a day worked by exception. */
export async function declareDay(tx: Tx, jobs: SendingJobs, of: OwnCalendar, day: CalendarDay) {
  const { years } = await lockOwn(tx, of)
  const year = Number(day.date.slice(0, 4))
  if (years && (year < years.first || year > years.last)) {
    throw new Invalid([
      { field: '/date', code: 'outside_years', values: { date: day.date, ...years } },
    ])
  }
  const own = (await listLayers(tx, of.code)).at(-1)?.days ?? []
  if (own.some(({ date }) => date === day.date)) {
    throw new Invalid([{ field: '/date', code: 'duplicate_day', values: { date: day.date } }])
  }
  await insertDays(tx, of.code, [day])
  await renewCalendar(tx, jobs, of.code)
}

/** Takes back a day; dates that people were told stay as they are. */
export async function withdrawDay(tx: Tx, jobs: SendingJobs, of: OwnCalendar, date: PlainDate) {
  await lockOwn(tx, of)
  if (!(await deleteDay(tx, of.code, date))) throw new NotFound()
  await renewCalendar(tx, jobs, of.code)
}

async function lockOwn(tx: Tx, of: OwnCalendar) {
  const calendar = await lockCalendar(tx, of.code)
  if (calendar?.administrationId !== of.administrationId) throw new NotFound()
  return calendar
}
