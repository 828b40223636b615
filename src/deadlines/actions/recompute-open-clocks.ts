import { inTransaction, type Db, type Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { listStaleCalendars } from '../calendar-store.ts'
import { lockClocksOfOlderCalendar, type ClockKey, type StoredClock } from '../clock-store.ts'
import { getCalendar } from '../get-calendar.ts'
import { moveDueDate } from './move-due-date.ts'

export interface MovedClock {
  clock: StoredClock
  dueBefore: PlainDate
}

/** Told in the transaction that moves the dates, so that cases and their history follow. */
export type OnMoved = (tx: Tx, moved: readonly MovedClock[]) => Promise<void>

const BATCH = 500

/**
 * Works out again every open clock that counts by this calendar, some at a time. The old date stays with
 * its reason, a told one is never shortened. Stopped half-way it goes on where it was.
 */
export async function recomputeOpenClocks(
  db: Db,
  calendarCode: string,
  now: Date,
  onMoved: OnMoved,
): Promise<number> {
  let moved = 0
  let after: ClockKey | null = null
  for (;;) {
    const batch = await inTransaction(db, (tx) =>
      recomputeBatch(tx, calendarCode, after, now, onMoved),
    )
    moved += batch.moved
    if (!batch.last) return moved
    after = batch.last
  }
}

/** A filing that was being written while the days changed may still count by the old ones. */
export async function recomputeStaleClocks(db: Db, now: Date, onMoved: OnMoved): Promise<number> {
  let moved = 0
  for (const code of await listStaleCalendars(db)) {
    moved += await recomputeOpenClocks(db, code, now, onMoved)
  }
  return moved
}

async function recomputeBatch(
  tx: Tx,
  code: string,
  after: ClockKey | null,
  now: Date,
  onMoved: OnMoved,
): Promise<{ moved: number; last: ClockKey | null }> {
  const calendar = await getCalendar(tx, code)
  const clocks = await lockClocksOfOlderCalendar(tx, calendar, after, BATCH)
  const moved: MovedClock[] = []
  for (const before of clocks) {
    const clock = await moveDueDate(tx, before, calendar, 'calendar', now)
    if (clock.dueOn !== before.dueOn) moved.push({ clock, dueBefore: before.dueOn })
  }
  if (moved.length > 0) await onMoved(tx, moved)
  return { moved: moved.length, last: clocks.at(-1) ?? null }
}
