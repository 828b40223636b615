import { openWith, type Place, sealTo, sealToNobody } from './box.ts'
import { concatBytes, type Random } from './bytes.ts'
import type { Member } from './directory.ts'
import type { Slot } from './envelope.ts'
import type { BoxKeys } from '../../platform/hpke/index.ts'

/** The report, or the epoch of it, that a slot belongs to. */
export interface At {
  id: Uint8Array
  epoch: number
}

const slotLength = 64

/** A slot for everybody who might read; whoever does not gets one that never opens. */
export function sealSlots(
  at: At,
  { c, contentHash }: OpenedSlot,
  owners: readonly Member[],
  readers: readonly Member[],
  random: Random,
): Slot[] {
  const plain = concatBytes(c, contentHash)
  return owners.map((member) => {
    const place = readPlace(at, member.id)
    const box = readers.includes(member)
      ? sealTo(member.x, place, plain, random)
      : sealToNobody(place, slotLength, random)
    return { member: member.id, box }
  })
}

/** One place anew, for the same person's new keys; with nothing to put in it, one that never opens. */
export function sealSlotAnew(
  at: At,
  opened: OpenedSlot | null,
  member: Pick<Member, 'id' | 'x'>,
  random: Random,
): Uint8Array {
  const place = readPlace(at, member.id)
  if (!opened) return sealToNobody(place, slotLength, random)
  return sealTo(member.x, place, concatBytes(opened.c, opened.contentHash), random)
}

/** What stands in a slot that opens. */
export interface OpenedSlot {
  c: Uint8Array
  contentHash: Uint8Array
}

/** Null when it is not for this member. */
export function openSlot(
  at: At,
  memberId: string,
  keys: BoxKeys,
  box: Uint8Array,
  agreed: Uint8Array | null = null,
): OpenedSlot | null {
  const plain = openWith(keys, readPlace(at, memberId), box, agreed)
  if (plain?.length !== slotLength) return null
  return { c: plain.slice(0, 32), contentHash: plain.slice(32) }
}

function readPlace({ id, epoch }: At, memberId: string): Place {
  return ['read', id, epoch, memberId]
}
