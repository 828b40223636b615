import { toBase64url } from './base64url.ts'
import { sealTo } from './box.ts'
import type { Random } from './bytes.ts'
import { commitmentLeaf } from './commitment.ts'
import type { Content, FileKey, Told } from './content.ts'
import { sha256 } from './derive.ts'
import type { Directory } from './directory.ts'
import type { Envelope, SealedEpoch } from './envelope.ts'
import { fromBase64url } from './base64url.ts'
import { type EpochKeys, newEpochKeys } from './epoch-key.ts'
import { type Identity, sealIdentity } from './identity.ts'
import { contentSize, padJson } from './padding.ts'
import { type Exclusions, readersFor, slotHolders } from './readers.ts'
import { authHash, deriveReceipt } from './receipt.ts'
import { Refused } from './refused.ts'
import { sealSelf } from './self-box.ts'
import { sealRecovery } from './recovery.ts'
import { sealSlots } from './slots.ts'

export interface ReportToSeal extends Exclusions {
  directory: Directory
  told: Told
  identity?: Identity
  files?: readonly FileKey[]
  /** The 99 bits. */
  receipt: Uint8Array
}

export function sealReport(report: ReportToSeal, random: Random): Envelope {
  const { directory, identity, files = [], receipt: bits } = report
  const receipt = deriveReceipt(bits, directory.administration)
  const id = random(16)
  const dialogueKey = random(32)
  const epoch = sealEpoch(
    { id, epoch: 1 },
    {
      v: 1,
      told: report.told,
      marks: report.marks,
      struck: report.struck,
      notYet: [],
      identityGiven: identity !== undefined,
      dialogueKey: toBase64url(dialogueKey),
      mailbox: toBase64url(receipt.mailbox.publicKey),
      files,
    },
    directory,
    random,
  )
  const sealedIdentity = sealIdentity({ id, identity, directory, out: report }, random)
  const contentHash = sha256(epoch.content)
  const self = {
    id,
    dialogueKey,
    contentKey: epoch.contentKey,
    directory: directory.hash,
    contentHash,
    identityKey: sealedIdentity.laterKey,
  }
  return {
    ...epoch,
    receipt: authHash(receipt.auth),
    self: sealSelf(receipt.selfKey, self, random),
    identity: sealedIdentity.box,
    identityShares: sealedIdentity.shares,
    commitment: commitmentLeaf(receipt.opening, contentHash),
    files: files.map((file) => fromBase64url(file.id, 16)),
  }
}

/** Content, slots and recovery under keys that only the readers get; they are chosen here. */
export function sealEpoch(
  at: { id: Uint8Array; epoch: number },
  content: Omit<Content, 'readers' | 'directory'>,
  directory: Directory,
  random: Random,
): SealedEpoch {
  const { readers } = readersFor(directory, content)
  if (readers.length === 0) throw new Refused('no_reader')
  const keys = newEpochKeys(random)
  const whole: Content = {
    ...content,
    readers: readers.map(({ id }) => id),
    directory: toBase64url(directory.hash),
  }
  const sealed = sealContent(at, whole, keys, random)
  const contentHash = sha256(sealed)
  const owners = slotHolders(directory)
  return {
    ...at,
    directory: directory.hash,
    contentKey: keys.content.publicKey,
    actionKey: keys.action.publicKey,
    content: sealed,
    slots: sealSlots(at, { c: keys.c, contentHash }, owners, readers, random),
    recovery: sealRecovery(at, keys.c, directory, { owners, readers, out: content }, random),
  }
}

function sealContent(
  { id, epoch }: { id: Uint8Array; epoch: number },
  content: Content,
  keys: EpochKeys,
  random: Random,
): Uint8Array {
  const padded = padJson(content, contentSize)
  return sealTo(keys.content.publicKey, ['content', id, epoch], padded, random)
}
