import { Invalid, WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { putMessage, type MessageToPut } from '../../dialogue-entry.ts'
import type { Office } from '../../office.ts'
import { lockReport } from '../../report-store.ts'
import { bind } from '../../sealing/index.ts'
import { requireSealed } from '../../sealed-database.ts'
import { inSealedTransaction } from '../../sealed-store.ts'
import { concludeReport, postponeErasure, reopenReport, type Conclusion } from '../conclusion.ts'
import { readCourse, recordAct } from '../record-act.ts'
import { refusalOf } from '../report-rules.ts'
import type { ReportActCode } from '../report-states.ts'
import { requireReader } from '../signed-act.ts'

export interface ActInput {
  id: Uint8Array
  /** The number that the event will have; another means that something came in between. */
  seq: number
  act: ReportActCode
  /** Sealed to the readers. */
  words: Uint8Array | null
  signature: Uint8Array
  conclusion: Conclusion | null
  /** Only to put the erasure off. */
  until: string | null
  /** What the reporter is told besides, in the dialogue. */
  message: MessageToPut | null
}

/** A reader's step on a report. The signature proves that this person can open it. */
export async function takeAct(
  system: System,
  office: Office,
  accountId: string,
  input: ActInput,
): Promise<void> {
  await inSealedTransaction(requireSealed(system), office.administrationId, async (tx) => {
    const report = await lockReport(tx, input.id)
    const course = await readCourse(tx, report)
    await requireReader(tx, report, signedPart(input), input.signature)
    if (input.seq !== course.lastSeq + 1) throw new WrongState()
    const refusal = refusalOf(input.act, 'reader', course, office.rules, office.day)
    if (refusal) {
      throw new Invalid([
        { field: '/act', code: refusal, text: `report-states.refusal.${refusal}` },
      ])
    }
    const facts =
      input.act === 'conclude'
        ? await concludeReport(tx, report, course, input.conclusion, office)
        : undefined
    if (input.act === 'postpone_erasure') await postponeErasure(tx, report, input.until, office)
    if (input.act === 'reopen') await reopenReport(tx, report, course)
    const words = input.words ? Buffer.from(input.words).toString('base64url') : undefined
    await recordAct(
      tx,
      report,
      course,
      { code: input.act, byAccount: accountId, body: { words, facts }, signature: input.signature },
      office,
    )
    if (input.message) {
      await putMessage(tx, report, { ...input.message, byAccount: accountId }, office.day)
    }
  })
}

/** Facts and message are part of what is signed: nobody on the way exchanges them. */
function signedPart({ seq, act, words, conclusion, until, message }: ActInput) {
  const body = bind(
    words ?? new Uint8Array(0),
    conclusion ? JSON.stringify(conclusion) : '',
    until ?? '',
    message?.blob ?? new Uint8Array(0),
  )
  return { seq, action: act, body }
}
