import { openWith, type Place, sealTo } from './box.ts'
import { concatBytes, type Random } from './bytes.ts'
import { sha256 } from './derive.ts'
import type { Directory, DirectoryState, Member } from './directory.ts'
import type { Slot } from './envelope.ts'
import type { BoxKeys } from '../../platform/hpke/index.ts'
import { openContent, type OpenedReport, type ToOpen } from './open-report.ts'
import { type Exclusions, slotHolders, unmarked, withRole } from './readers.ts'
import { Refused } from './refused.ts'
import { combineShares, emptyShare, pairsOf, shareLength, splitSecret } from './shamir.ts'
import { type At, sealSlotAnew } from './slots.ts'

const size = shareLength(32)

/**
 * What the holders keep: for each slot shares of its own, so that they give back what that slot
 * had. A marked holder, and every holder for a slot that never opens, gets bytes that say nothing,
 * and cannot see that they do.
 */
export function sealRecovery(
  at: At,
  c: Uint8Array,
  directory: Pick<DirectoryState, 'members'>,
  who: { owners: readonly Member[]; readers: readonly Member[]; out: Exclusions },
  random: Random,
): Slot[] {
  const holders = withRole(directory, 'recovery_holder')
  const trusted = unmarked(directory, 'recovery_holder', who.out)
  const ownerIds = who.owners.map(({ id }) => id)
  const splits = who.owners.map((owner) =>
    splitSecret(who.readers.includes(owner) ? c : random(32), holders.length, random),
  )
  return holders.map((holder, index) => {
    const shares = splits.map((split) => {
      const share = trusted.includes(holder) && split[index]
      return share || emptyShare(index, c.length, random)
    })
    const place = sharesPlace(at, holder.id, ownerIds)
    return { member: holder.id, box: sealTo(holder.x, place, concatBytes(...shares), random) }
  })
}

function sharesPlace({ id, epoch }: At, holderId: string, ownerIds: readonly string[]): Place {
  return ['recovery', id, epoch, holderId, ...ownerIds]
}

/** Somebody of the directory who lost their keys, made new ones, and asks one holder for a share. */
export interface RecoveryRequest extends At {
  holder: string
  /** The member whose slot it was; the same person with new keys asks. */
  owner: string
}

/** The holder's client: opens the shares of one report and seals the owner's to their new key. */
export function releaseRecoveryShare(
  request: RecoveryRequest,
  { keys, directory }: { keys: BoxKeys; directory: Directory },
  recovery: { box: Uint8Array; owners: readonly string[] },
  random: Random,
): Uint8Array {
  const requester = slotHolders(directory).find(({ id }) => id === request.owner)
  const index = recovery.owners.indexOf(request.owner)
  if (!requester || index < 0) throw new Refused('not_a_requester')
  const place = sharesPlace(request, request.holder, recovery.owners)
  const shares = openWith(keys, place, recovery.box)
  if (shares?.length !== recovery.owners.length * size) throw new Refused('tampered')
  const share = shares.subarray(index * size, (index + 1) * size)
  return sealTo(requester.x, releasePlace(request), share, random)
}

export function openRecoveredShare(
  request: RecoveryRequest,
  keys: BoxKeys,
  box: Uint8Array,
): Uint8Array {
  const share = openWith(keys, releasePlace(request), box)
  if (share?.length !== size) throw new Refused('tampered')
  return share
}

function releasePlace({ id, epoch, owner, holder }: RecoveryRequest): Place {
  return ['recovery-release', id, epoch, owner, holder]
}

/**
 * The owner's place, sealed to their new keys. The same size and nothing in it where the shares give
 * nothing back, so that whoever keeps it learns of no conflict.
 */
export function recoverSlot(
  sealed: ToOpen,
  shares: readonly Uint8Array[],
  owner: Pick<Member, 'id' | 'x'>,
  random: Random,
): Uint8Array {
  const found = pairsOf(shares)
    .map(([one, other]) => combineShares(one, other))
    .find((c) => openContent(sealed, c))
  const opened = found ? { c: found, contentHash: sha256(sealed.content) } : null
  return sealSlotAnew(sealed, opened, owner, random)
}

/** Throws when no two shares give the report: the slot never opened, or a holder more is needed. */
export function recoverReport(sealed: ToOpen, shares: readonly Uint8Array[]): OpenedReport {
  for (const [one, other] of pairsOf(shares)) {
    const opened = openContent(sealed, combineShares(one, other))
    if (opened) return opened
  }
  throw new Refused('too_few_shares')
}
