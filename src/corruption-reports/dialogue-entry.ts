import { WrongState } from '../platform/errors.ts'
import type { PlainDate } from '../platform/dates.ts'
import { findLastMessageSeq, insertMessage, type Message } from './message-store.ts'
import { updateReport, type Report } from './report-store.ts'
import type { SealedTx } from './sealed-store.ts'

/** A message as its writer's browser sealed it, bound to its number and to the message before. */
export interface MessageToPut {
  seq: number
  blob: Uint8Array
  signature: Uint8Array | null
}

/** From the office to the reporter. The caller holds the report and has seen that the writer reads it. */
export async function putMessage(
  tx: SealedTx,
  report: Report,
  message: MessageToPut & { byAccount: string },
  day: PlainDate,
): Promise<void> {
  // bound to the message before: another number means that one came in between
  if (message.seq !== (await findLastMessageSeq(tx, report.reportId)) + 1) throw new WrongState()
  const put: Message = { ...message, epoch: report.epoch, direction: 'to_reporter', day }
  if (!(await insertMessage(tx, report, put))) throw new WrongState()
  await updateReport(tx, report, { lastContentOn: day })
}
