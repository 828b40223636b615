import type { PlainDate } from '../../../platform/dates.ts'
import { findLastEventSeq, insertEvent } from '../../event-store.ts'
import type { OpenSealed } from '../../sealed-database.ts'
import { inSealedTransaction } from '../../sealed-store.ts'
import { lockReportersReport } from '../reporters-report.ts'

/** The reporter wants no more of it. What was told stays with the officers, who may have to go on. */
export async function withdrawReport(
  sealed: OpenSealed,
  administrationId: string,
  auth: Uint8Array,
  day: PlainDate,
): Promise<void> {
  await inSealedTransaction(sealed, administrationId, async (tx) => {
    const report = await lockReportersReport(tx, auth)
    await insertEvent(tx, report, {
      seq: (await findLastEventSeq(tx, report.reportId)) + 1,
      epoch: report.epoch,
      day,
      code: 'withdraw',
      toState: report.state,
      byAccount: null,
      body: null,
      signature: null,
    })
  })
}
