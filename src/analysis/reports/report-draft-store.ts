import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connection.ts'
import type { Report, ReportContent, ReportRef } from './report.ts'

/** Whether nobody had made that version before. */
export async function insertDraft(
  tx: Tx,
  draft: Pick<Report, 'administrationId' | 'reportId' | 'period' | 'version' | 'content'>,
  made: { at: Date; by: string | null },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('period_reports')
    .values({
      administration_id: draft.administrationId,
      report_id: draft.reportId,
      period: draft.period,
      version: draft.version,
      state: 'draft',
      number: null,
      number_year: null,
      revision: 1,
      content: asJson(draft.content),
      made_at: made.at,
      made_by: made.by,
      signed_at: null,
      signed_by: null,
      hash: null,
      published_at: null,
      published_by: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Whether it was still a draft, and the revision that one had read. */
export async function updateContent(
  tx: Tx,
  { administrationId, reportId }: ReportRef,
  { revision, content }: { revision: number; content: ReportContent },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('period_reports')
    .set(({ eb }) => ({ content: asJson(content), revision: eb('revision', '+', 1) }))
    .where('administration_id', '=', administrationId)
    .where('report_id', '=', reportId)
    .where('state', '=', 'draft')
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const asJson = (content: ReportContent) => sql<ReportContent>`${JSON.stringify(content)}::jsonb`
