import { listErasedNumbers } from '../../../cases/index.ts'
import type { Db } from '../../../platform/database/connection.ts'
import { listKeptOfCases, updateClearedOf } from '../mail-store.ts'

/** Whoever erased a case erased the message that it came in as well. */
export async function forgetErasedMail(db: Db): Promise<void> {
  const kept = await listKeptOfCases(db)
  for (const administrationId of new Set(kept.map((mail) => mail.administrationId))) {
    const own = kept.filter((mail) => mail.administrationId === administrationId)
    const numbers = own.map(({ caseNumber }) => caseNumber)
    const erased = new Set(await listErasedNumbers(db, administrationId, numbers))
    const gone = own.filter(({ caseNumber }) => erased.has(caseNumber))
    if (gone.length === 0) continue
    await updateClearedOf(
      db,
      administrationId,
      gone.map(({ mailId }) => mailId),
    )
  }
}
