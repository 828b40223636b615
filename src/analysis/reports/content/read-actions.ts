import type { Edition, ReportBlock, ReportItem } from '../report.ts'
import { findLatestSigned } from '../report-store.ts'
import { periodBefore, sayPeriod } from '../reporting-period.ts'
import type { Reading } from './reading.ts'

/** What the report before proposed, and what whoever keeps actions tells of those of this period. */
export async function actionBlocks(reading: Reading, edition: Edition): Promise<ReportBlock[]> {
  const { t } = reading.speech
  const before = periodBefore(reading.period)
  const proposed = t('analysis-reports.proposed', { period: sayPeriod(before, t) })
  return [
    ...listOf(proposed, await proposalsOf(reading, before.code)),
    ...listOf(t('analysis-reports.became_of'), await toldBy(reading, edition)),
  ]
}

function listOf(title: string, items: readonly ReportItem[]): ReportBlock[] {
  return items.length === 0 ? [] : [{ type: 'items', title, items }]
}

async function proposalsOf({ system, book }: Reading, code: string): Promise<ReportItem[]> {
  const { administrationId } = book.administration
  const report = await findLatestSigned(system.db, administrationId, code)
  return (report?.content.texts.proposals ?? '')
    .split(/\n\s*\n/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((title) => ({ title, text: '' }))
}

async function toldBy(
  { system, book, period, speech, tellers }: Reading,
  edition: Edition,
): Promise<ReportItem[]> {
  const { administrationId } = book.administration
  const { from, until } = period
  const asked = { administrationId, period: { from, until }, edition, speech }
  const told = await Promise.all(tellers.map((tell) => tell(system.db, asked)))
  return told.flat()
}
