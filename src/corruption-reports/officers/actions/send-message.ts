import type { System } from '../../../system.ts'
import { putMessage, type MessageToPut } from '../../dialogue-entry.ts'
import type { Office } from '../../office.ts'
import { lockReport } from '../../report-store.ts'
import { requireSealed } from '../../sealed-database.ts'
import { inSealedTransaction } from '../../sealed-store.ts'
import { requireReader } from '../signed-act.ts'

export interface MessageInput extends MessageToPut {
  id: Uint8Array
  signature: Uint8Array
}

/** A question or an answer to the reporter, in the dialogue; it changes no state. */
export async function sendMessage(
  system: System,
  office: Office,
  accountId: string,
  { id, seq, blob, signature }: MessageInput,
): Promise<void> {
  await inSealedTransaction(requireSealed(system), office.administrationId, async (tx) => {
    const report = await lockReport(tx, id)
    await requireReader(tx, report, { seq, action: 'message', body: blob }, signature)
    await putMessage(tx, report, { seq, blob, signature, byAccount: accountId }, office.day)
  })
}
