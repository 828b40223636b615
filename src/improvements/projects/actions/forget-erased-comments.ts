import { listErasedCases } from '../../../cases/index.ts'
import type { Db } from '../../../platform/database/connection.ts'
import { listAskedWords, updateForgotten } from '../comment-store.ts'

/** Who erased a case erased what they said when they were asked about a project. */
export async function forgetErasedComments(db: Db): Promise<void> {
  const said = await listAskedWords(db)
  for (const administrationId of new Set(said.map((one) => one.administrationId))) {
    const own = said.filter((one) => one.administrationId === administrationId)
    const caseIds = own.map(({ caseId }) => caseId)
    const erased = new Set(await listErasedCases(db, administrationId, caseIds))
    const gone = own.filter(({ caseId }) => erased.has(caseId)).map(({ askedId }) => askedId)
    await updateForgotten(db, administrationId, gone)
  }
}
