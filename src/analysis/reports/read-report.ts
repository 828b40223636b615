import { getBookRules } from '../../administrations/index.ts'
import type { System } from '../../system.ts'
import { readContent } from './read-content.ts'
import { listFiles, type ReportFile } from './report-file-store.ts'
import { drawFiles } from './report-files.ts'
import { listReports } from './report-store.ts'
import { readPeriod } from './reporting-period.ts'

/** The newest signed report of a period with its files; where none was signed, one of now. Null: no period. */
export async function drawReport(
  system: System,
  { slug, code }: { slug: string; code: string },
  now: Date,
): Promise<{ isSigned: boolean; files: ReportFile[] } | null> {
  const period = readPeriod(code)
  if (!period) return null
  const book = await getBookRules(system, slug, now)
  const reports = await listReports(system.db, book.administration.administrationId)
  const signed = reports.find((each) => each.period === code && each.state === 'signed')
  if (signed) return { isSigned: true, files: await listFiles(system.db, signed) }
  const content = await readContent(system, book, period, { now })
  const { timeZone } = book.administration
  const files = await drawFiles({ content, version: 1 }, { timeZone, signing: null })
  return { isSigned: false, files }
}
