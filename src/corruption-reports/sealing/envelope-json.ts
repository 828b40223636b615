import { fromBase64url, toBase64url } from './base64url.ts'
import {
  type Envelope,
  envelopeSizes,
  isContentSize,
  type SealedEpoch,
  type Slot,
} from './envelope.ts'
import { Refused } from './refused.ts'

export interface SlotJson {
  member: string
  box: string
}

type Binary = 'id' | 'directory' | 'contentKey' | 'actionKey' | 'content'
type FiledBinary = 'receipt' | 'self' | 'identity' | 'commitment'

/** The same, for the wire: binary as base64url. */
export type EpochJson = Record<Binary, string> & {
  epoch: number
  slots: readonly SlotJson[]
  recovery: readonly SlotJson[]
}
export type EnvelopeJson = EpochJson &
  Record<FiledBinary, string> & { identityShares: readonly SlotJson[]; files: readonly string[] }

export function epochToJson(sealed: SealedEpoch): EpochJson {
  return {
    id: toBase64url(sealed.id),
    epoch: sealed.epoch,
    directory: toBase64url(sealed.directory),
    contentKey: toBase64url(sealed.contentKey),
    actionKey: toBase64url(sealed.actionKey),
    content: toBase64url(sealed.content),
    slots: sealed.slots.map(slotToJson),
    recovery: sealed.recovery.map(slotToJson),
  }
}

export function envelopeToJson(envelope: Envelope): EnvelopeJson {
  return {
    ...epochToJson(envelope),
    receipt: toBase64url(envelope.receipt),
    self: toBase64url(envelope.self),
    identity: toBase64url(envelope.identity),
    identityShares: envelope.identityShares.map(slotToJson),
    commitment: toBase64url(envelope.commitment),
    files: envelope.files.map(toBase64url),
  }
}

/** Refuses every size but the right one. The door has seen that the fields are there. */
export function epochFromJson(json: EpochJson): SealedEpoch {
  const { id, hash, key, slot, recovery } = envelopeSizes
  const content = fromBase64url(json.content)
  if (!isContentSize(content.length) || !Number.isSafeInteger(json.epoch))
    throw new Refused('format')
  return {
    id: fromBase64url(json.id, id),
    epoch: json.epoch,
    directory: fromBase64url(json.directory, hash),
    contentKey: fromBase64url(json.contentKey, key),
    actionKey: fromBase64url(json.actionKey, key),
    content,
    slots: json.slots.map((one) => slotFromJson(one, slot)),
    recovery: json.recovery.map((one) => slotFromJson(one, recovery(json.slots.length))),
  }
}

export function envelopeFromJson(json: EnvelopeJson): Envelope {
  const { id, hash, self, identity, identityShare } = envelopeSizes
  return {
    ...epochFromJson(json),
    receipt: fromBase64url(json.receipt, hash),
    self: fromBase64url(json.self, self),
    identity: fromBase64url(json.identity, identity),
    identityShares: json.identityShares.map((one) => slotFromJson(one, identityShare)),
    commitment: fromBase64url(json.commitment, hash),
    files: json.files.map((file) => fromBase64url(file, id)),
  }
}

export function slotToJson({ member, box }: Slot): SlotJson {
  return { member, box: toBase64url(box) }
}

export function slotFromJson({ member, box }: SlotJson, size: number): Slot {
  return { member, box: fromBase64url(box, size) }
}
