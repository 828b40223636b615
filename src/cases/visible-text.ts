import type { Db } from '../platform/database/connection.ts'
import { canSee, type CaseViewer } from './case-policy.ts'
import { getCaseById } from './case-store.ts'
import { listContents } from './content-store.ts'

/** What the person told, for whoever may see the case; null for others, and once it was erased. */
export async function findVisibleText(
  db: Db,
  viewer: CaseViewer,
  caseId: string,
): Promise<{ caseNumber: string; text: string } | null> {
  const item = await getCaseById(db, viewer.administrationId, caseId)
  if (!canSee(viewer, item)) return null
  const contents = await listContents(db, viewer.administrationId, caseId)
  const text = contents.find(({ kind }) => kind === 'description')?.body ?? null
  return text === null ? null : { caseNumber: item.caseNumber, text }
}
