import type { Db } from '../../platform/database/connection.ts'

/** Of these cases, those of which somebody coded an idea in any corpus. */
export async function listReadCases(
  db: Db,
  administrationId: string,
  caseIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (caseIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('corpus_texts as t')
    .innerJoin('segments as s', (on) =>
      on
        .onRef('s.administration_id', '=', 't.administration_id')
        .onRef('s.text_id', '=', 't.text_id'),
    )
    .where('t.administration_id', '=', administrationId)
    .where('t.case_id', 'in', caseIds)
    .where('s.coders', '>', 0)
    .select('t.case_id as caseId')
    .distinct()
    .execute()
  return new Set(rows.flatMap(({ caseId }) => caseId ?? []))
}
