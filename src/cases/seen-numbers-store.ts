import type { Db } from '../platform/database/connection.ts'
import type { CaseViewer } from './case-policy.ts'
import { visibleTo } from './desk-conditions-store.ts'

/** The numbers of these cases, without those that the viewer may not see. */
export async function numbersSeen(
  db: Db,
  viewer: CaseViewer,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (caseIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('cases')
    .select(['case_id', 'case_number'])
    .where('administration_id', '=', viewer.administrationId)
    .where('case_id', 'in', caseIds)
    .where((on) => visibleTo(on, viewer))
    .execute()
  return new Map(rows.map((row) => [row.case_id, row.case_number]))
}
