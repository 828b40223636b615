import { recordChange } from '../../../audit/index.ts'
import { chainSeal, findBook } from '../../../cases/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction, type Tx } from '../../../platform/database/connection.ts'
import { NotFound, WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import type { Report } from '../report.ts'
import { hashOfFiles, insertFiles, type ReportFile } from '../report-file-store.ts'
import { getReport } from '../report-store.ts'
import { giveNumber, updatePublished, updateSigned } from '../signed-report-store.ts'

type Ground = Pick<System, 'db'>

/** The number that its files carry, given before they are drawn. */
export interface Signature {
  number: number
  year: number
  at: Date
  by: string
}

export type DrawFiles = (report: Report, signature: Signature) => Promise<ReportFile[]>

/**
 * Signs what somebody read: a draft in that very revision. Its files are drawn once and kept, and their
 * hash is a link of the book's chain; of two who sign at once the second is told that it was done.
 */
export async function signReport(
  { db }: Ground,
  deed: StaffDeed,
  { reportId, revision, year }: { reportId: string; revision: number; year: number },
  drawFiles: DrawFiles,
): Promise<void> {
  const { administrationId, accountId, at } = deed
  await inTransaction(db, async (tx) => {
    const report = await getReport(tx, administrationId, reportId)
    const given = await giveNumber(tx, report, year)
    const { state, revision: current } = await getReport(tx, administrationId, reportId)
    if (state !== 'draft' || current !== revision) throw new WrongState()
    const files = await drawFiles(report, { ...given, at, by: accountId })
    const hash = hashOfFiles(files)
    const signed = { revision, ...given, at, by: accountId, hash }
    if (!(await updateSigned(tx, report, signed))) throw new WrongState()
    await insertFiles(tx, report, files)
    const name = await nameInBook(tx, report, given)
    await chainSeal(tx, administrationId, {
      link: 'period_report',
      id: reportId,
      name,
      at,
      seal: hash,
    })
    const details = { reportId, ...given, version: report.version, hash: hash.toString('hex') }
    await recordChange(tx, { ...deed, action: 'report_signed', details })
  })
}

/** Such as DEMO-I-2026-0003-1: the first version of the third report of the year. */
async function nameInBook(
  tx: Tx,
  { administrationId, version }: Report,
  { number, year }: { number: number; year: number },
): Promise<string> {
  const book = await findBook(tx, administrationId)
  if (!book) throw new NotFound()
  return `${book.code}-I-${year}-${String(number).padStart(4, '0')}-${version}`
}

/** Opens a signed report to everybody, or takes it back; what was signed stays the same. */
export async function publishReport(
  { db }: Ground,
  deed: StaffDeed,
  { reportId, isPublic }: { reportId: string; isPublic: boolean },
): Promise<void> {
  const { administrationId, accountId, at } = deed
  await inTransaction(db, async (tx) => {
    const published = isPublic ? { at, by: accountId } : null
    if (!(await updatePublished(tx, { administrationId, reportId }, published))) {
      throw new WrongState()
    }
    const action = isPublic ? 'report_published' : 'report_taken_back'
    await recordChange(tx, { ...deed, action, details: { reportId } })
  })
}
