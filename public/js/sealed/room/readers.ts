import {
  type Directory,
  epochToJson,
  isMarked,
  newEpoch,
  sealWords,
  signAct,
  slotHolders,
  toBase64url,
  bind,
  withRole,
  wrapBody,
  wrapForReader,
  type WrappedEpoch,
  wrapToJson,
} from '../../../../src/corruption-reports/sealing/index.ts'
import type { Filled, MemberChoice } from './act-form.ts'
import { sendApproval, sendEpoch, sendReader } from './calls.ts'
import { random } from '../parts/random.ts'
import type { Keyring } from './keyring.ts'
import type { OpenedRoomReport } from './reports.ts'
import { nextSeq } from './take.ts'

/** Whom each of these acts is about; of the others, nobody. */
export function membersFor(
  code: string,
  { directory, members }: Keyring,
  report: OpenedRoomReport,
): readonly MemberChoice[] {
  const { sealed, opened } = report
  const own = members.map(({ id }) => id)
  const all = slotHolders(directory)
  if (code === 'begin_epoch') {
    return all.filter(({ id }) => readersNow(report).includes(id) && !own.includes(id))
  }
  const waiting = sealed.wraps.map(({ member }) => member)
  if (code === 'approve_reader') return all.filter(({ id }) => waiting.includes(id))
  const known = [...readersNow(report), ...waiting]
  return withRole(directory, 'integrity_officer').filter(
    (member) => !known.includes(member.id) && !isMarked(member, opened.content),
  )
}

/** Those of the content, and those who were let in later. */
export function readersNow({ opened, sealed }: OpenedRoomReport): readonly string[] {
  return [...opened.content.readers, ...sealed.wrapped]
}

/** Everything anew, for the readers who are left. */
export async function setAside(
  ring: Keyring,
  report: OpenedRoomReport,
  { members, words }: Filled,
): Promise<void> {
  const { opened, sealed } = report
  const [officer] = ring.members
  if (!officer) return
  const { marks, struck } = opened.content
  const out = { marks: { ...marks, members: [...marks.members, ...members] }, struck }
  const { directory } = ring
  const readers = readersNow(report)
  const next = newEpoch(opened, { directory, out, officer, readers }, random)
  const seq = nextSeq(report)
  const at = { id: opened.id, epoch: next.sealed.epoch, seq }
  const said = sealWords(next.sealed.contentKey, at, words, random)
  const { content, contentKey, actionKey } = next.sealed
  const body = bind(content, contentKey, actionKey, next.notice.box, said)
  const signed = { id: opened.id, epoch: opened.epoch, seq, action: 'begin_epoch', body }
  await sendEpoch({
    id: sealed.id,
    seq,
    sealed: epochToJson(next.sealed),
    notice: {
      by: next.notice.by,
      box: toBase64url(next.notice.box),
      signature: toBase64url(next.notice.signature),
    },
    words: toBase64url(said),
    signature: toBase64url(signAct(opened.keys, signed)),
  })
}

/** With every epoch that this reader can open. */
export async function letIn(
  directory: Directory,
  report: OpenedRoomReport,
  { members: [member = ''] }: Filled,
): Promise<void> {
  const epochs = wrapForReader(report.epochs, directory, member, random)
  await sendReader({
    ...signedFor(report, 'wrap_reader', member, epochs),
    epochs: epochs.map(wrapToJson),
  })
}

export async function agree(
  report: OpenedRoomReport,
  { members: [member = ''] }: Filled,
): Promise<void> {
  await sendApproval(signedFor(report, 'approve_reader', member, []))
}

function signedFor(
  report: OpenedRoomReport,
  action: string,
  member: string,
  epochs: readonly WrappedEpoch[],
): object {
  const { id, epoch, keys } = report.opened
  const seq = nextSeq(report)
  const body = wrapBody(member, epochs)
  const signature = toBase64url(signAct(keys, { id, epoch, seq, action, body }))
  return { id: report.sealed.id, seq, member, signature }
}
