import { inTransaction } from '../../platform/database/connection.ts'
import type { System } from '../../system.ts'
import { countUse } from '../template-store.ts'

/** A template was taken for an answer; nobody is told who took it or for which case. */
export async function noteUse(
  { db }: Pick<System, 'db'>,
  administrationId: string,
  use: { templateId: string; at: Date },
): Promise<void> {
  await inTransaction(db, (tx) => countUse(tx, administrationId, use))
}
