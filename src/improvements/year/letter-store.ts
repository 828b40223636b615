import type { Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    improvement_letters: {
      administration_id: string
      account_id: string
      monday: PlainDate
    }
  }
}

/** False: that person has had the letter of the week. */
export async function insertWeekLetter(
  tx: Tx,
  administrationId: string,
  accountId: string,
  monday: PlainDate,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('improvement_letters')
    .values({ administration_id: administrationId, account_id: accountId, monday })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
