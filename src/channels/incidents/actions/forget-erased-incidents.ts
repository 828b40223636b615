import { listErasedNumbers } from '../../../cases/index.ts'
import type { Db } from '../../../platform/database/connection.ts'
import { listIncidentsOfCases, updateForgotten } from '../incident-store.ts'

/** What was put right and then filed loses its words with the case. */
export async function forgetErasedIncidents(db: Db): Promise<void> {
  const kept = await listIncidentsOfCases(db)
  for (const administrationId of new Set(kept.map((one) => one.administrationId))) {
    const own = kept.filter((one) => one.administrationId === administrationId)
    const numbers = own.map(({ caseNumber }) => caseNumber)
    const erased = await listErasedNumbers(db, administrationId, numbers)
    await updateForgotten(db, administrationId, erased)
  }
}
