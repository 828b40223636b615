import { openWith, type Place, sealTo, sealToNobody } from './box.ts'
import { concatBytes, type Random } from './bytes.ts'
import type { DirectoryState, Member } from './directory.ts'
import type { Slot } from './envelope.ts'
import type { BoxKeys } from './hpke.ts'
import { type Exclusions, slotHolders, unmarked, withRole } from './readers.ts'
import { shareLength, splitSecret } from './shamir.ts'

/** The report, or the epoch of it, that a slot belongs to. */
export interface At {
  id: Uint8Array
  epoch: number
}

const slotLength = 64

/** A slot for everybody who might read; whoever does not gets one that never opens. */
export function sealSlots(
  at: At,
  { c, contentHash }: { c: Uint8Array; contentHash: Uint8Array },
  directory: Pick<DirectoryState, 'members'>,
  readers: readonly Member[],
  random: Random,
): Slot[] {
  const plain = concatBytes(c, contentHash)
  return slotHolders(directory).map((member) => {
    const place = readPlace(at, member.id)
    const box = readers.includes(member)
      ? sealTo(member.x, place, plain, random)
      : sealToNobody(place, slotLength, random)
    return { member: member.id, box }
  })
}

/** Null when it is not for this member. */
export function openSlot(at: At, memberId: string, keys: BoxKeys, box: Uint8Array) {
  const plain = openWith(keys, readPlace(at, memberId), box)
  if (plain?.length !== slotLength) return null
  return { c: plain.slice(0, 32), contentHash: plain.slice(32) }
}

function readPlace({ id, epoch }: At, memberId: string): Place {
  return ['read', id, epoch, memberId]
}

/**
 * What the holders keep: for each slot shares of its own, so that they give back what that slot
 * had. A marked holder, and every holder for a slot that never opens, gets bytes that say nothing,
 * and cannot see that they do.
 */
export function sealRecovery(
  at: At,
  c: Uint8Array,
  directory: Pick<DirectoryState, 'members'>,
  { readers, out }: { readers: readonly Member[]; out: Exclusions },
  random: Random,
): Slot[] {
  const owners = slotHolders(directory)
  const holders = withRole(directory, 'recovery_holder')
  const trusted = unmarked(directory, 'recovery_holder', out)
  const splits = owners.map((owner) =>
    splitSecret(readers.includes(owner) ? c : random(32), holders.length, random),
  )
  return holders.map((holder, index) => {
    const shares = splits.map((split) =>
      trusted.includes(holder) ? (split[index] ?? random(33)) : emptyShare(index, 32, random),
    )
    const place = recoveryPlace(
      at,
      holder.id,
      owners.map(({ id }) => id),
    )
    return { member: holder.id, box: sealTo(holder.x, place, concatBytes(...shares), random) }
  })
}

/** The share of one slot, out of a holder's box; null when it does not open. */
export function openRecovery(
  at: At,
  holderId: string,
  keys: BoxKeys,
  { box, owners, owner }: { box: Uint8Array; owners: readonly string[]; owner: string },
): Uint8Array | null {
  const plain = openWith(keys, recoveryPlace(at, holderId, owners), box)
  const size = shareLength(32)
  const index = owners.indexOf(owner)
  if (plain?.length !== owners.length * size || index < 0) return null
  return plain.slice(index * size, (index + 1) * size)
}

function recoveryPlace({ id, epoch }: At, holderId: string, owners: readonly string[]): Place {
  return ['recovery', id, epoch, holderId, ...owners]
}

export function emptyShare(index: number, length: number, random: Random): Uint8Array {
  return concatBytes(Uint8Array.of(index + 1), random(length))
}
