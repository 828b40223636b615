import type { Db } from '../platform/database/connection.ts'

/** Those of these cases whose words are gone: whoever copied them forgets them too. */
export async function listErasedCases(
  db: Db,
  administrationId: string,
  caseIds: readonly string[],
): Promise<string[]> {
  if (caseIds.length === 0) return []
  const rows = await db
    .selectFrom('case_contents')
    .select('case_id as caseId')
    .distinct()
    .where('administration_id', '=', administrationId)
    .where('case_id', 'in', caseIds)
    .where('kind', '=', 'description')
    .where('body', 'is', null)
    .execute()
  return rows.map(({ caseId }) => caseId)
}

/** The same by number. */
export async function listErasedNumbers(
  db: Db,
  administrationId: string,
  caseNumbers: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('cases')
    .select(['case_id as caseId', 'case_number as caseNumber'])
    .where('administration_id', '=', administrationId)
    .where('case_number', 'in', [...caseNumbers])
    .execute()
  const ids = rows.map(({ caseId }) => caseId)
  const erased = new Set(await listErasedCases(db, administrationId, ids))
  return rows.filter(({ caseId }) => erased.has(caseId)).map(({ caseNumber }) => caseNumber)
}
