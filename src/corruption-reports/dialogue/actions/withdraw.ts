import type { Office } from '../../office.ts'
import { readCourse, recordAct } from '../../officers/record-act.ts'
import type { OpenSealed } from '../../sealed-database.ts'
import { inSealedTransaction } from '../../sealed-store.ts'
import { lockReportersReport } from '../reporters-report.ts'
import { BY_REPORTER } from './answer-office.ts'

/** The reporter wants no more of it. What was told stays with the officers, who may have to go on. */
export async function withdrawReport(
  sealed: OpenSealed,
  office: Office,
  auth: Uint8Array,
): Promise<void> {
  await inSealedTransaction(sealed, office.administrationId, async (tx) => {
    const report = await lockReportersReport(tx, auth)
    const course = await readCourse(tx, report)
    await recordAct(tx, report, course, { code: 'withdraw', ...BY_REPORTER }, office)
  })
}
