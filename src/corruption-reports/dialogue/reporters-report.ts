import { NotFound } from '../../platform/errors.ts'
import { findReportByAuth, lockReport, type Report } from '../report-store.ts'
import type { SealedTx } from '../sealed-store.ts'
import { authHash } from '../sealing/index.ts'

/** By what only the ten words give. Unknown, erased or mistyped: the same answer. */
export async function reportersReport(tx: SealedTx, auth: Uint8Array): Promise<Report> {
  const report = await findReportByAuth(tx, authHash(auth))
  if (!report) throw new NotFound()
  return report
}

export async function lockReportersReport(tx: SealedTx, auth: Uint8Array): Promise<Report> {
  const { reportId } = await reportersReport(tx, auth)
  return lockReport(tx, reportId)
}
