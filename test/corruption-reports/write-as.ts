import { randomBytes } from 'node:crypto'
import { listMessages, insertMessage } from '../../src/corruption-reports/message-store.ts'
import { getReport } from '../../src/corruption-reports/report-store.ts'
import { requireSealed } from '../../src/corruption-reports/sealed-database.ts'
import { inSealedTransaction } from '../../src/corruption-reports/sealed-store.ts'
import {
  openDialogue,
  sealMessage,
  type Dialogue,
  type OpenedReport,
} from '../../src/corruption-reports/sealing/index.ts'
import type { System } from '../../src/system.ts'

/** The dialogue as a reader of the report opens it. */
export async function dialogueAs(
  system: System,
  administrationId: string,
  opened: OpenedReport,
): Promise<Dialogue> {
  return inSealedTransaction(requireSealed(system), administrationId, async (tx) => {
    const report = await getReport(tx, opened.id)
    const stored = (await listMessages(tx, report)).map(({ epoch, direction, blob }) => ({
      epoch,
      direction: direction === 'from_reporter' ? ('to_officers' as const) : direction,
      box: blob,
    }))
    return openDialogue(opened.id, stored, () => opened.dialogueKey)
  })
}

/** A message of a reader, bound to what was said before. */
export async function writeAs(
  system: System,
  administrationId: string,
  opened: OpenedReport,
  text: string,
): Promise<void> {
  const { seq, previous } = await dialogueAs(system, administrationId, opened)
  const { id, epoch, dialogueKey } = opened
  const place = { id, epoch, direction: 'to_reporter' as const, seq, previous }
  const blob = sealMessage(dialogueKey, place, { text }, (length) => randomBytes(length))
  await inSealedTransaction(requireSealed(system), administrationId, async (tx) => {
    const report = await getReport(tx, id)
    await insertMessage(tx, report, {
      seq,
      epoch,
      direction: 'to_reporter',
      blob,
      day: '2026-03-03',
      byAccount: null,
      signature: null,
    })
  })
}
