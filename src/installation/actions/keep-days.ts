import { recordChange } from '../../audit/index.ts'
import {
  getOwnYear,
  withDay,
  withoutDay,
  type CalendarDay,
  type OwnYear,
} from '../../deadlines/index.ts'
import type { StaffDeed } from '../../people/index.ts'
import { inTransaction, type Db, type Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { lastVersion, settle, settleWithin } from '../../settings/index.ts'
import type { System } from '../../system.ts'
import { calendarYearSetting, yearId } from '../calendar-year-setting.ts'

type Ground = Pick<System, 'db' | 'jobs'>

/** A day off, or one worked by exception, of the administration or of one centre; open dates follow. */
export async function declareOwnDay(
  ground: Ground,
  deed: StaffDeed,
  calendar: string,
  day: CalendarDay,
): Promise<void> {
  await inTransaction(ground.db, async (tx) => {
    await keepYear(tx, ground, deed, await yearWithDay(tx, deed, calendar, day))
    const { date, kind } = day
    await recordChange(tx, { ...deed, action: 'day_declared', details: { calendar, date, kind } })
  })
}

/** Dates that people were told stay as they are. */
export async function withdrawOwnDay(
  ground: Ground,
  deed: StaffDeed,
  calendar: string,
  date: PlainDate,
): Promise<void> {
  await inTransaction(ground.db, async (tx) => {
    await keepYear(tx, ground, deed, await yearWithoutDay(tx, deed, calendar, date))
    await recordChange(tx, { ...deed, action: 'day_withdrawn', details: { calendar, date } })
  })
}

/** All the days of a year at once, seen by somebody in that version. */
export async function confirmYear(
  ground: Ground,
  deed: StaffDeed,
  year: OwnYear,
  version: number,
): Promise<void> {
  const value = { ...year, confirmed: true }
  await settle(ground, deed, calendarYearSetting(ground), { id: yearId(year), version, value })
}

export async function yearWithDay(
  db: Db,
  { administrationId }: StaffDeed,
  calendar: string,
  day: CalendarDay,
): Promise<OwnYear> {
  const own = { code: calendar, administrationId }
  return withDay(await getOwnYear(db, own, yearOf(day.date)), day)
}

export async function yearWithoutDay(
  db: Db,
  { administrationId }: StaffDeed,
  calendar: string,
  date: PlainDate,
): Promise<OwnYear> {
  const own = { code: calendar, administrationId }
  return withoutDay(await getOwnYear(db, own, yearOf(date)), date)
}

async function keepYear(tx: Tx, ground: Ground, deed: StaffDeed, value: OwnYear): Promise<void> {
  const setting = calendarYearSetting(ground)
  const id = yearId(value)
  const version = await lastVersion(tx, deed.administrationId, setting.subject, id)
  await settleWithin(tx, deed, setting, { id, version, value })
}

function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4))
}
