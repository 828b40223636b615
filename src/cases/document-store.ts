import type { Db } from '../platform/database/connection.ts'

/** Numbers of the cases that were filed with the same document as one of these, themselves left out. */
export async function listCasesOfDocument(
  db: Db,
  administrationId: string,
  caseIds: readonly string[],
): Promise<string[]> {
  if (caseIds.length === 0) return []
  const rows = await db
    .selectFrom('case_people as own')
    .innerJoin('case_people as other', (join) =>
      join
        .onRef('other.administration_id', '=', 'own.administration_id')
        .onRef('other.document_type', '=', 'own.document_type')
        .onRef('other.document_number', '=', 'own.document_number'),
    )
    .innerJoin('cases', (join) =>
      join
        .onRef('cases.administration_id', '=', 'other.administration_id')
        .onRef('cases.case_id', '=', 'other.case_id'),
    )
    .select('cases.case_number')
    .distinct()
    .where('own.administration_id', '=', administrationId)
    .where('own.case_id', 'in', caseIds)
    .where('other.case_id', 'not in', caseIds)
    .orderBy('cases.case_number')
    .limit(50)
    .execute()
  return rows.map(({ case_number }) => case_number)
}
