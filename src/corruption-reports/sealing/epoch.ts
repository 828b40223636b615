import { fromBase64url, toBase64url } from './base64url.ts'
import { openWith, type Place, sealTo } from './box.ts'
import { concatBytes, type Random } from './bytes.ts'
import { type Directory, everMembers, type Member } from './directory.ts'
import type { SealedEpoch } from './envelope.ts'
import type { BoxKeys } from '../../platform/hpke/index.ts'
import { type MemberKeys, sign, verifies } from './member-key.ts'
import type { OpenedReport } from './open-report.ts'
import { type Exclusions, isMarked, slotHolders, withRole } from './readers.ts'
import { Refused } from './refused.ts'
import { sealEpoch } from './seal-report.ts'
import type { At } from './slots.ts'

/** How the reporter learns of a new epoch: its dialogue key, in their mailbox. */
export interface EpochNotice {
  by: string
  box: Uint8Array
  signature: Uint8Array
}

export const noticeLength = 64 + 48

/** A conflict found later: everything anew for the readers who are left. */
export function newEpoch(
  opened: OpenedReport,
  {
    directory,
    out,
    officer,
    readers = opened.content.readers,
  }: {
    directory: Directory
    out: Pick<Exclusions, 'marks' | 'struck'>
    officer: { id: string; keys: MemberKeys }
    /** Who reads the report now: those of the content, and those for whom its key was wrapped. */
    readers?: readonly string[]
  },
  random: Random,
): { sealed: SealedEpoch; notice: EpochNotice } {
  const at = { id: opened.id, epoch: opened.epoch + 1 }
  const dialogueKey = random(32)
  const content = {
    ...opened.content,
    marks: out.marks,
    struck: [...new Set([...out.struck, ...everMarked(directory, out)])],
    notYet: withRole(directory, 'integrity_officer')
      .map(({ id }) => id)
      .filter((id) => !readers.includes(id)),
    dialogueKey: toBase64url(dialogueKey),
  }
  const sealed = sealEpoch(at, content, directory, random)
  const mailbox = fromBase64url(opened.content.mailbox, 32)
  const { e } = officer.keys
  const plain = concatBytes(dialogueKey, sealed.contentKey)
  const box = sealTo(mailbox, noticePlace(at, e.publicKey), plain, random)
  const signature = sign(e, 'epoch', at.id, at.epoch, box)
  return { sealed, notice: { by: officer.id, box, signature } }
}

/** The reporter's client: believes only who is or was a reader in the directory. */
export function openEpochNotice(
  at: At,
  notice: EpochNotice,
  { mailbox, directory }: { mailbox: BoxKeys; directory: Directory },
): { dialogueKey: Uint8Array; contentKey: Uint8Array; by: Member } {
  const by = slotHolders({ members: everMembers(directory) }).find(
    ({ id, e }) =>
      id === notice.by && verifies(e, notice.signature, 'epoch', at.id, at.epoch, notice.box),
  )
  if (!by) throw new Refused('unknown_signer')
  const plain = openWith(mailbox, noticePlace(at, by.e), notice.box)
  if (plain?.length !== 64) throw new Refused('tampered')
  return { dialogueKey: plain.slice(0, 32), contentKey: plain.slice(32), by }
}

function noticePlace({ id, epoch }: At, e: Uint8Array): Place {
  return ['epoch', id, epoch, e]
}

/** Whoever leaves a unit, or makes new keys, does not leave behind that the report marked them. */
export function everMarked(directory: Directory, out: Exclusions): string[] {
  return everMembers(directory)
    .filter((member) => isMarked(member, out))
    .map(({ id }) => id)
}
