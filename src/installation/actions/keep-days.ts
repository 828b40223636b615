import { recordChange } from '../../audit/index.ts'
import { declareDay, withdrawDay, type CalendarDay } from '../../deadlines/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type { System } from '../../system.ts'
import type { StaffDeed } from '../../people/index.ts'

type Ground = Pick<System, 'db' | 'jobs'>

/** A day off, or one worked by exception, of the administration or of one centre; open dates follow. */
export async function declareOwnDay(
  { db, jobs }: Ground,
  deed: StaffDeed,
  calendar: string,
  day: CalendarDay,
): Promise<void> {
  const own = { code: calendar, administrationId: deed.administrationId }
  await inTransaction(db, async (tx) => {
    await declareDay(tx, jobs, own, day)
    const { date, kind } = day
    await recordChange(tx, { ...deed, action: 'day_declared', details: { calendar, date, kind } })
  })
}

/** Dates that people were told stay as they are. */
export async function withdrawOwnDay(
  { db, jobs }: Ground,
  deed: StaffDeed,
  calendar: string,
  date: PlainDate,
): Promise<void> {
  const own = { code: calendar, administrationId: deed.administrationId }
  await inTransaction(db, async (tx) => {
    await withdrawDay(tx, jobs, own, date)
    await recordChange(tx, { ...deed, action: 'day_withdrawn', details: { calendar, date } })
  })
}
