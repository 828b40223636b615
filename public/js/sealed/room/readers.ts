import {
  type Directory,
  epochToJson,
  isMarked,
  type Member,
  newEpoch,
  sealWords,
  signAct,
  slotHolders,
  toBase64url,
  bind,
  wrapForReader,
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
  return all.filter((member) =>
    mayStillRead(member, opened.content, [...sealed.slotMembers, ...readersNow(report)], waiting),
  )
}

/** Those of the content, and those who were let in later. */
export function readersNow({ opened, sealed }: OpenedRoomReport): readonly string[] {
  return [...opened.content.readers, ...sealed.wrapped]
}

/** Whoever came after the filing, and is neither marked nor struck. */
function mayStillRead(
  member: Member,
  content: OpenedRoomReport['opened']['content'],
  places: readonly string[],
  waiting: readonly string[],
): boolean {
  const isNew = !places.includes(member.id) && !waiting.includes(member.id)
  return isNew && !isMarked(member, content)
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

export async function letIn(
  directory: Directory,
  report: OpenedRoomReport,
  { members: [member = ''] }: Filled,
): Promise<void> {
  const { slot } = wrapForReader(report.opened, directory, member, random)
  await sendReader({
    ...signedFor(report, 'wrap_reader', member, slot.box),
    box: toBase64url(slot.box),
  })
}

export async function agree(
  report: OpenedRoomReport,
  { members: [member = ''] }: Filled,
): Promise<void> {
  await sendApproval(signedFor(report, 'approve_reader', member, new Uint8Array(0)))
}

function signedFor(
  report: OpenedRoomReport,
  action: string,
  member: string,
  box: Uint8Array,
): object {
  const { id, epoch, keys } = report.opened
  const seq = nextSeq(report)
  const body = new Uint8Array([...new TextEncoder().encode(member), ...box])
  const signature = toBase64url(signAct(keys, { id, epoch, seq, action, body }))
  return { id: report.sealed.id, seq, member, signature }
}
