import type { Db, Tx } from '../../platform/database/connection.ts'
import { NO_TERMS, type YearTerms } from './terms.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    improvement_terms: {
      administration_id: string
      report_days: number | null
      evaluation_month: number | null
      remind_before: number | null
      remind_after: number | null
      set_at: Date
      set_by: string
    }
  }
}

export async function findTerms(db: Db, administrationId: string): Promise<YearTerms> {
  const row = await db
    .selectFrom('improvement_terms')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .executeTakeFirst()
  if (!row) return NO_TERMS
  return {
    reportDays: row.report_days,
    evaluationMonth: row.evaluation_month,
    remindBefore: row.remind_before,
    remindAfter: row.remind_after,
  }
}

export async function upsertTerms(
  tx: Tx,
  administrationId: string,
  terms: YearTerms,
  set: { at: Date; by: string },
): Promise<void> {
  const values = {
    report_days: terms.reportDays,
    evaluation_month: terms.evaluationMonth,
    remind_before: terms.remindBefore,
    remind_after: terms.remindAfter,
    set_at: set.at,
    set_by: set.by,
  }
  await tx
    .insertInto('improvement_terms')
    .values({ administration_id: administrationId, ...values })
    .onConflict((on) => on.column('administration_id').doUpdateSet(values))
    .execute()
}
