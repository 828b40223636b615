import type { Db } from '../platform/database/connection.ts'
import type { Case } from './case.ts'
import { CASE_COLUMNS, caseFromRow } from './case-row.ts'

/** The one that a case follows and those that follow it, most recent first. */
export async function listLinkedCases(
  db: Db,
  { administrationId, caseId, linkedCaseId }: Case,
): Promise<Case[]> {
  const rows = await db
    .selectFrom('cases')
    .select(CASE_COLUMNS)
    .where('administration_id', '=', administrationId)
    .where((on) =>
      on.or([
        on('linked_case_id', '=', caseId),
        ...(linkedCaseId === null ? [] : [on('case_id', '=', linkedCaseId)]),
      ]),
    )
    .orderBy('registered_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(caseFromRow)
}

/** Those that it answers for: joined to it by the office. */
export async function listJoinedCases(
  db: Db,
  { administrationId, caseId }: Pick<Case, 'administrationId' | 'caseId'>,
): Promise<Case[]> {
  const rows = await db
    .selectFrom('cases')
    .select(CASE_COLUMNS)
    .where('administration_id', '=', administrationId)
    .where('linked_case_id', '=', caseId)
    .where('state', '=', 'consolidated')
    .execute()
  return rows.map(caseFromRow)
}
