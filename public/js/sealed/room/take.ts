import {
  bind,
  sealMessage,
  sealWords,
  signAct,
  toBase64url,
} from '../../../../src/corruption-reports/sealing/index.ts'
import type { Filled } from './act-form.ts'
import { type OfferedAct, sendAct, sendMessage } from './calls.ts'
import { random } from '../parts/random.ts'
import type { OpenedRoomReport } from './reports.ts'

/** Seals the words to the readers and the message to the reporter, and signs the whole. */
export async function takeAct(
  report: OpenedRoomReport,
  act: OfferedAct,
  filled: Filled,
): Promise<void> {
  const { opened, sealed } = report
  const at = { id: opened.id, epoch: opened.epoch, seq: nextSeq(report) }
  const written = Object.keys(filled.words).length > 0
  const words = written ? sealWords(opened.keys.content.publicKey, at, filled.words, random) : null
  const message = filled.message === '' ? null : messageBox(report, filled.message)
  const conclusion = filled.conclusion && {
    ...filled.conclusion,
    anonymous: !opened.content.identityGiven,
  }
  const until = act.code === 'postpone_erasure' ? String(filled.words['until'] ?? '') : null
  const body = bind(
    words ?? new Uint8Array(0),
    conclusion ? JSON.stringify(conclusion) : '',
    until ?? '',
    message?.box ?? new Uint8Array(0),
  )
  await sendAct({
    id: sealed.id,
    seq: at.seq,
    act: act.code,
    words: words && toBase64url(words),
    signature: toBase64url(signAct(opened.keys, { ...at, action: act.code, body })),
    conclusion,
    until,
    message: message && { seq: message.seq, blob: toBase64url(message.box) },
  })
}

/** A message that changes nothing else. */
export async function write(report: OpenedRoomReport, text: string): Promise<void> {
  const { opened, sealed } = report
  const { box, seq } = messageBox(report, text)
  const at = { id: opened.id, epoch: opened.epoch, seq }
  await sendMessage({
    id: sealed.id,
    seq,
    blob: toBase64url(box),
    signature: toBase64url(signAct(opened.keys, { ...at, action: 'message', body: box })),
  })
}

export function nextSeq({ sealed }: OpenedRoomReport): number {
  return (sealed.events.at(-1)?.seq ?? 0) + 1
}

function messageBox({ opened, next }: OpenedRoomReport, text: string) {
  const { id, epoch, dialogueKey } = opened
  const place = { id, epoch, direction: 'to_reporter' as const, ...next }
  return { seq: next.seq, box: sealMessage(dialogueKey, place, { text }, random) }
}
