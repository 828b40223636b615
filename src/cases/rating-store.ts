import type { Db, Tx } from '../platform/database/connection.ts'
import type { Case } from './case.ts'
import type { CaseRatingTable } from './case-tables.ts'

export interface CaseRating {
  resolved: CaseRatingTable['resolved']
  satisfaction: number
  commentContentId: string | null
  ratedAt: Date
}

/** The last word counts; the history keeps every one. */
export async function upsertRating(tx: Tx, item: Case, rating: CaseRating): Promise<void> {
  const values = {
    resolved: rating.resolved,
    satisfaction: rating.satisfaction,
    comment_content_id: rating.commentContentId,
    rated_at: rating.ratedAt,
  }
  await tx
    .insertInto('case_ratings')
    .values({ administration_id: item.administrationId, case_id: item.caseId, ...values })
    .onConflict((conflict) =>
      conflict.columns(['administration_id', 'case_id']).doUpdateSet(values),
    )
    .execute()
}

export async function findRating(
  db: Db,
  administrationId: string,
  caseId: string,
): Promise<CaseRating | null> {
  const row = await db
    .selectFrom('case_ratings')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  if (!row) return null
  return {
    resolved: row.resolved,
    satisfaction: row.satisfaction,
    commentContentId: row.comment_content_id,
    ratedAt: row.rated_at,
  }
}
