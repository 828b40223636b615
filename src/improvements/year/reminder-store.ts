import type { Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    improvement_reminders: {
      administration_id: string
      account_id: string
      item: string
      on_day: PlainDate
    }
  }
}

/** False: that person was reminded of it that day. */
export async function insertReminder(
  tx: Tx,
  administrationId: string,
  reminder: { accountId: string; item: string; on: PlainDate },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('improvement_reminders')
    .values({
      administration_id: administrationId,
      account_id: reminder.accountId,
      item: reminder.item,
      on_day: reminder.on,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
