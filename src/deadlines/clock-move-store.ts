import type { Db, Tx } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { ClockKey, StoredClock } from './clock-store.ts'
import type { MoveReason } from './tables.ts'

export async function insertMove(
  tx: Tx,
  clock: StoredClock,
  move: { at: Date; dueOn: PlainDate; reason: MoveReason; calendarVersion: number },
): Promise<void> {
  await tx
    .insertInto('clock_moves')
    .values({
      administration_id: clock.administrationId,
      clock_id: clock.clockId,
      moved_at: move.at,
      due_before: clock.dueOn,
      due_after: move.dueOn,
      reason: move.reason,
      calendar_version: move.calendarVersion,
    })
    .execute()
}

export interface ClockMove {
  movedAt: Date
  dueBefore: PlainDate
  dueAfter: PlainDate
  reason: MoveReason
}

/** Every date that the clock had before, the oldest first. */
export async function listMoves(db: Db, clock: ClockKey) {
  const rows = await db
    .selectFrom('clock_moves')
    .selectAll()
    .where('administration_id', '=', clock.administrationId)
    .where('clock_id', '=', clock.clockId)
    .orderBy('moved_at')
    .execute()
  return rows.map((row): ClockMove => ({
    movedAt: row.moved_at,
    dueBefore: row.due_before,
    dueAfter: row.due_after,
    reason: row.reason,
  }))
}
