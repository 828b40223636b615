import { tellDueDate } from '../../deadlines/index.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { inTransaction, type Db } from '../../platform/database/connection.ts'
import type { Case } from '../case.ts'

/** The letter that says the date as it stands is about to leave; null: the person knows it, or nobody counts any more. */
export async function promiseMovedDate(
  db: Db,
  item: Pick<Case, 'administrationId' | 'caseId'>,
  dueBefore: PlainDate,
): Promise<PlainDate | null> {
  const clock = await inTransaction(db, (tx) => tellDueDate(tx, item, 'answer'))
  return clock === null || clock.dueOn === dueBefore ? null : clock.dueOn
}
