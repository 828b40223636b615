import type { T } from '../../../platform/i18n/index.ts'
import type { Db } from '../../../platform/database/connection.ts'
import type { ReportBlock } from '../report.ts'
import { findLatestSigned } from '../report-store.ts'
import { periodBefore, sayPeriod, type ReportingPeriod } from '../reporting-period.ts'

/** What the report before proposed, so that this one says what became of it. */
export async function actionBlocks(
  db: Db,
  administrationId: string,
  period: ReportingPeriod,
  t: T,
): Promise<ReportBlock[]> {
  const before = periodBefore(period)
  const report = await findLatestSigned(db, administrationId, before.code)
  const proposals = (report?.content.texts.proposals ?? '')
    .split(/\n\s*\n/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
  if (proposals.length === 0) return []
  const title = t('analysis-reports.proposed', { period: sayPeriod(before, t) })
  return [{ type: 'items', title, items: proposals.map((text) => ({ title: text, text: '' })) }]
}
