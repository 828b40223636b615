import { openBox, openWith, type Place, sealBox, sealTo } from './box.ts'
import type { Random } from './bytes.ts'
import type { DirectoryState, Member } from './directory.ts'
import type { Slot } from './envelope.ts'
import type { BoxKeys } from '../../platform/hpke/index.ts'
import { identityOneSize, type Json, padJson, unpadJson } from './padding.ts'
import { type Exclusions, unmarked, withRole } from './readers.ts'
import { Refused } from './refused.ts'
import { combineShares, emptyShare, pairsOf, shareLength, splitSecret } from './shamir.ts'

/** Who reported: names, how to reach them; its fields are the door's. */
export type Identity = { readonly [field: string]: Json }

/** Whether two custodians without a conflict are there to release it. */
export function canSealIdentity(
  directory: Pick<DirectoryState, 'members'>,
  out: Exclusions,
): boolean {
  return unmarked(directory, 'custodian', out).length >= 2
}

/**
 * Without an identity the box holds none, under a key that was shared all the same: the reporter
 * may put one there later. A marked custodian's share says nothing, and they cannot see it.
 */
export function sealIdentity(
  {
    id,
    identity,
    directory,
    out,
  }: {
    id: Uint8Array
    identity: Identity | undefined
    directory: Pick<DirectoryState, 'members'>
    out: Exclusions
  },
  random: Random,
): { laterKey: Uint8Array | null; box: Uint8Array; shares: Slot[] } {
  const possible = canSealIdentity(directory, out)
  if (identity && !possible) throw new Refused('too_few_custodians')
  const key = random(32)
  const custodians = withRole(directory, 'custodian')
  const trusted = unmarked(directory, 'custodian', out)
  const split = splitSecret(key, custodians.length, random)
  const shares = custodians.map((custodian, index) => {
    const real = trusted.includes(custodian) && split[index]
    const share = real || emptyShare(index, key.length, random)
    return {
      member: custodian.id,
      box: sealTo(custodian.x, sharePlace(id, custodian.id), share, random),
    }
  })
  const laterKey = identity || !possible ? null : key
  return { laterKey, box: boxIdentity(key, id, identity ?? null, random), shares }
}

/** For the reporter who gives it later; the key stands in their own box. */
export function boxIdentity(
  key: Uint8Array,
  id: Uint8Array,
  identity: Identity | null,
  random: Random,
): Uint8Array {
  return sealBox(key, ['identity', id], padJson(identity, identityOneSize), random)
}

function sharePlace(id: Uint8Array, custodianId: string): Place {
  return ['identity-share', id, custodianId]
}

/** What a custodian passes on, and for what: the hash of the request with its written reason. */
export interface Release {
  id: Uint8Array
  custodian: string
  requester: Pick<Member, 'id' | 'role' | 'x'>
  request: Uint8Array
}

/** Opens the custodian's share and seals it anew to the one who asked, for this request only. */
export function releaseIdentityShare(
  release: Release,
  keys: BoxKeys,
  box: Uint8Array,
  random: Random,
): Uint8Array {
  const { id, custodian, requester } = release
  if (requester.role === 'custodian' || requester.id === custodian) {
    throw new Refused('not_a_requester')
  }
  const share = openWith(keys, sharePlace(id, custodian), box)
  if (share?.length !== shareLength(32)) throw new Refused('tampered')
  return sealTo(requester.x, releasePlace(release), share, random)
}

export function openReleasedShare(
  release: Omit<Release, 'requester'> & { requester: Pick<Member, 'id'> },
  keys: BoxKeys,
  box: Uint8Array,
): Uint8Array {
  const share = openWith(keys, releasePlace(release), box)
  if (share?.length !== shareLength(32)) throw new Refused('tampered')
  return share
}

function releasePlace(
  release: Omit<Release, 'requester'> & { requester: Pick<Member, 'id'> },
): Place {
  const { id, custodian, requester, request } = release
  return ['identity-release', id, custodian, requester.id, request]
}

/** Null when no identity was given. Tries every two, since a share may say nothing. */
export function combineIdentity(
  shares: readonly Uint8Array[],
  id: Uint8Array,
  box: Uint8Array,
): Identity | null {
  for (const [one, other] of pairsOf(shares)) {
    const plain = openBox(combineShares(one, other), ['identity', id], box)
    if (plain) return unpadJson(plain) as Identity | null
  }
  throw new Refused('too_few_shares')
}
