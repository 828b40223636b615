import type { Db } from '../platform/database/connection.ts'
import { canSee, type CaseViewer } from './case-policy.ts'
import { listCasesById } from './case-store.ts'

/** The numbers of those among these cases that the viewer may see, by their ids. */
export async function listSeenCases(
  db: Db,
  viewer: CaseViewer,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const cases = await listCasesById(db, viewer.administrationId, caseIds)
  return new Map(
    cases.filter((item) => canSee(viewer, item)).map((item) => [item.caseId, item.caseNumber]),
  )
}
