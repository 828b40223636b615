import { listAdministrations } from '../../administrations/index.ts'
import { forgetErasedTexts, forgetQuotes } from '../../analysis/index.ts'
import { listErasedCases } from '../../cases/index.ts'
import { forgetErasedIncidents, forgetErasedMail } from '../../channels/index.ts'
import { forgetErasedComments } from '../../improvements/index.ts'
import { forgetLetterFiles } from '../../notices/index.ts'
import type { System } from '../../system.ts'

/** Whatever was made from words that are erased goes with them, whoever erased them and why. */
export async function forgetDerived(system: System): Promise<void> {
  const { db } = system
  await forgetErasedMail(db)
  await forgetErasedIncidents(db)
  await forgetErasedTexts(system)
  await forgetErasedComments(db)
  await forgetLetterFiles(system, (administrationId, caseIds) =>
    listErasedCases(db, administrationId, caseIds),
  )
  for (const { administrationId } of await listAdministrations(db)) {
    await forgetQuotes(db, administrationId)
  }
}
