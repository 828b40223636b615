import { WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { findDirectory } from '../../known-directory.ts'
import { writeNotice } from '../../epoch-notice.ts'
import { insertEpoch } from '../../epoch-store.ts'
import type { Office } from '../../office.ts'
import { lockReport, updateReport } from '../../report-store.ts'
import { requireSealed } from '../../sealed-database.ts'
import { inSealedTransaction } from '../../sealed-store.ts'
import { bind, type EpochNotice, type SealedEpoch } from '../../sealing/index.ts'
import { insertSlots, slotsOfEpoch } from '../../slot-store.ts'
import { checkNextEpoch } from '../epoch-rules.ts'
import { readCourse, recordAct } from '../record-act.ts'
import { requireReader } from '../signed-act.ts'

export interface EpochInput {
  id: Uint8Array
  seq: number
  sealed: SealedEpoch
  notice: EpochNotice
  /** Why, for whoever still reads; sealed with the new epoch's key, never with the old one. */
  words: Uint8Array
  /** With the old epoch's key: only who read it may shut somebody out of what follows. */
  signature: Uint8Array
}

/** A conflict found later: from now on the report is written for the readers who are left. */
export async function beginEpoch(
  system: System,
  office: Office,
  accountId: string,
  { id, seq, sealed, notice, words, signature }: EpochInput,
): Promise<void> {
  await inSealedTransaction(requireSealed(system), office.administrationId, async (tx) => {
    const report = await lockReport(tx, id)
    const course = await readCourse(tx, report)
    const body = bind(sealed.content, sealed.contentKey, sealed.actionKey, notice.box, words)
    await requireReader(tx, report, { seq, action: 'begin_epoch', body }, signature)
    if (seq !== course.lastSeq + 1) throw new WrongState()
    const known = await findDirectory(tx)
    if (!known) throw new WrongState()
    checkNextEpoch(sealed, report, known.directory)
    await insertEpoch(tx, report, {
      epoch: sealed.epoch,
      beganOn: office.day,
      directory: sealed.directory,
      contentPub: sealed.contentKey,
      actionPub: sealed.actionKey,
      content: sealed.content,
      forReporter: writeNotice(notice),
      begunBy: accountId,
    })
    await insertSlots(tx, report, slotsOfEpoch(sealed))
    await updateReport(tx, report, { epoch: sealed.epoch })
    await recordAct(
      tx,
      { ...report, epoch: sealed.epoch },
      course,
      {
        code: 'begin_epoch',
        byAccount: accountId,
        body: { words: Buffer.from(words).toString('base64url') },
        signature,
      },
      office,
    )
  })
}
