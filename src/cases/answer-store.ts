import type { Selectable } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import type { Case } from './case.ts'
import type { AnswerTable } from './case-tables.ts'

export interface Answer {
  answerId: string
  caseId: string
  state: AnswerTable['state']
  outcome: string
  bodyContentId: string
  measuresContentId: string | null
  commentContentId: string | null
  authorId: string
  approverId: string | null
  submittedAt: Date
  decidedAt: Date | null
}

export async function insertAnswer(
  tx: Tx,
  administrationId: string,
  answer: Answer,
): Promise<void> {
  await tx
    .insertInto('answers')
    .values({
      administration_id: administrationId,
      answer_id: answer.answerId,
      case_id: answer.caseId,
      state: answer.state,
      outcome: answer.outcome,
      body_content_id: answer.bodyContentId,
      measures_content_id: answer.measuresContentId,
      comment_content_id: answer.commentContentId,
      author_id: answer.authorId,
      approver_id: answer.approverId,
      submitted_at: answer.submittedAt,
      decided_at: answer.decidedAt,
    })
    .execute()
}

/** What became of a submitted draft. */
export async function settleAnswer(
  tx: Tx,
  administrationId: string,
  answerId: string,
  decision: {
    state: 'approved' | 'returned'
    approverId: string
    commentContentId: string | null
    now: Date
  },
): Promise<void> {
  await tx
    .updateTable('answers')
    .set({
      state: decision.state,
      approver_id: decision.approverId,
      comment_content_id: decision.commentContentId,
      decided_at: decision.now,
    })
    .where('administration_id', '=', administrationId)
    .where('answer_id', '=', answerId)
    .executeTakeFirstOrThrow()
}

/** All answers of a case, newest first: at most the first is submitted or approved. */
export async function listAnswers(
  db: Db,
  administrationId: string,
  caseId: string,
): Promise<Answer[]> {
  const rows = await db
    .selectFrom('answers')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('case_id', '=', caseId)
    .orderBy('submitted_at', 'desc')
    .execute()
  return rows.map(answerFromRow)
}

/** The draft that waits for approval. */
export async function findSubmittedAnswer(
  db: Db,
  administrationId: string,
  caseId: string,
): Promise<Answer | null> {
  return findAnswer(db, administrationId, caseId, 'submitted')
}

/** The answer that was approved last. */
export async function findApprovedAnswer(
  db: Db,
  administrationId: string,
  caseId: string,
): Promise<Answer | null> {
  return findAnswer(db, administrationId, caseId, 'approved')
}

/** The approved answer that was delivered last; of one still on its way, also what was sent in vain. */
export async function findHandedOverAnswer(
  db: Db,
  { administrationId, caseId, state }: Pick<Case, 'administrationId' | 'caseId' | 'state'>,
): Promise<Answer | null> {
  const handedOver = [
    'delivered',
    ...(state === 'response_issued' ? ['failed' as const] : []),
  ] as const
  const row = await db
    .selectFrom('answers')
    .selectAll('answers')
    .where('answers.administration_id', '=', administrationId)
    .where('answers.case_id', '=', caseId)
    .where('answers.state', '=', 'approved')
    .where((on) =>
      on.exists(
        on
          .selectFrom('deliveries')
          .select('deliveries.delivery_id')
          .whereRef('deliveries.administration_id', '=', 'answers.administration_id')
          .whereRef('deliveries.answer_id', '=', 'answers.answer_id')
          // said for the index of the case's deliveries
          .whereRef('deliveries.case_id', '=', 'answers.case_id')
          .where('deliveries.state', 'in', handedOver),
      ),
    )
    .orderBy('answers.submitted_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? answerFromRow(row) : null
}

async function findAnswer(
  db: Db,
  administrationId: string,
  caseId: string,
  state: AnswerTable['state'],
) {
  const row = await db
    .selectFrom('answers')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('case_id', '=', caseId)
    .where('state', '=', state)
    .orderBy('submitted_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? answerFromRow(row) : null
}

function answerFromRow(row: Selectable<AnswerTable>): Answer {
  return {
    answerId: row.answer_id,
    caseId: row.case_id,
    state: row.state,
    outcome: row.outcome,
    bodyContentId: row.body_content_id,
    measuresContentId: row.measures_content_id,
    commentContentId: row.comment_content_id,
    authorId: row.author_id,
    approverId: row.approver_id,
    submittedAt: row.submitted_at,
    decidedAt: row.decided_at,
  }
}
