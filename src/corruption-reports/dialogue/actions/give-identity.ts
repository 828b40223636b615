import type { PlainDate } from '../../../platform/dates.ts'
import { updateReport } from '../../report-store.ts'
import type { OpenSealed } from '../../sealed-database.ts'
import { inSealedTransaction } from '../../sealed-store.ts'
import { lockReportersReport } from '../reporters-report.ts'

/** Under the key that the custodians already share; the reporter's own box forgets that key. */
export async function giveIdentity(
  sealed: OpenSealed,
  administrationId: string,
  auth: Uint8Array,
  boxes: { identity: Uint8Array; self: Uint8Array },
  day: PlainDate,
): Promise<void> {
  await inSealedTransaction(sealed, administrationId, async (tx) => {
    const report = await lockReportersReport(tx, auth)
    await updateReport(tx, report, { ...boxes, lastContentOn: day })
  })
}
