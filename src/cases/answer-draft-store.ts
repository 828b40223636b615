import type { Db, Tx } from '../platform/database/connection.ts'

/** What somebody is still writing; each has their own, and it never stands in the history. */
export interface AnswerDraft {
  outcome: string | null
  body: string
  measures: string
}

export async function saveAnswerDraft(
  tx: Tx,
  about: { administrationId: string; caseId: string; accountId: string },
  draft: AnswerDraft,
  now: Date,
): Promise<void> {
  const values = { ...draft, saved_at: now }
  await tx
    .insertInto('answer_drafts')
    .values({
      administration_id: about.administrationId,
      case_id: about.caseId,
      account_id: about.accountId,
      ...values,
    })
    .onConflict((conflict) =>
      conflict.columns(['administration_id', 'case_id', 'account_id']).doUpdateSet(values),
    )
    .execute()
}

export async function findAnswerDraft(
  db: Db,
  about: { administrationId: string; caseId: string; accountId: string },
): Promise<AnswerDraft | null> {
  const row = await db
    .selectFrom('answer_drafts')
    .select(['outcome', 'body', 'measures'])
    .where('administration_id', '=', about.administrationId)
    .where('case_id', '=', about.caseId)
    .where('account_id', '=', about.accountId)
    .executeTakeFirst()
  return row ?? null
}

/** Once an answer was submitted nobody's unfinished draft is needed any more but the colleagues' own. */
export async function deleteAnswerDraft(
  tx: Tx,
  about: { administrationId: string; caseId: string; accountId: string },
): Promise<void> {
  await tx
    .deleteFrom('answer_drafts')
    .where('administration_id', '=', about.administrationId)
    .where('case_id', '=', about.caseId)
    .where('account_id', '=', about.accountId)
    .execute()
}

/** What anybody was still writing about a case. */
export async function deleteAnswerDrafts(
  tx: Tx,
  { administrationId, caseId }: { administrationId: string; caseId: string },
): Promise<void> {
  await tx
    .deleteFrom('answer_drafts')
    .where('administration_id', '=', administrationId)
    .where('case_id', '=', caseId)
    .execute()
}
