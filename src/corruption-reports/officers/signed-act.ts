import { NotFound } from '../../platform/errors.ts'
import { getEpoch } from '../epoch-store.ts'
import type { Report } from '../report-store.ts'
import { verifyAct, verifyReading, type Act } from '../sealing/index.ts'
import type { SealedTx } from '../sealed-store.ts'

/**
 * Whoever cannot open a report cannot sign with its epoch's key either: for them it does not exist,
 * whatever role they hold and whoever gave it to them.
 */
export async function requireReader(
  tx: SealedTx,
  report: Report,
  act: Omit<Act, 'id' | 'epoch'>,
  signature: Uint8Array,
): Promise<void> {
  const { actionPub } = await getEpoch(tx, report, report.epoch)
  const signed = { ...act, id: report.reportId, epoch: report.epoch }
  if (!verifyAct(actionPub, signed, signature)) throw new NotFound()
}

/** The same for looking: bound to who looks and to the day, so that it serves nobody else. */
export async function isReading(
  tx: SealedTx,
  report: Report,
  reading: { by: string; day: string },
  signature: Uint8Array,
): Promise<boolean> {
  const { actionPub } = await getEpoch(tx, report, report.epoch)
  const signed = { ...reading, id: report.reportId, epoch: report.epoch }
  return verifyReading(actionPub, signed, signature)
}
