import { x25519 } from '@noble/curves/ed25519.js'
import { fromBase64url, toBase64url } from './base64url.ts'
import type { DirectoryState, Member } from './directory.ts'
import {
  type DirectoryEntry,
  entryHash,
  memberBytes,
  type MemberRecord,
  type MemberRole,
  memberRoles,
  type UnsignedEntry,
} from './directory-entry.ts'
import { verifies } from './member-key.ts'
import { Refused } from './refused.ts'

export type DirectoryProblem =
  | 'empty'
  | 'administration'
  | 'order' // a number, a day or the hash of the entry before
  | 'format'
  | 'founders' // fewer than the founding entry must admit
  | 'member' // keys that are no keys, somebody twice, or a proof that is not theirs
  | 'retired' // somebody who was not there
  | 'signatures'

export class DirectoryRefused extends Error {
  readonly problem: DirectoryProblem
  readonly seq: number

  constructor(problem: DirectoryProblem, seq: number) {
    super(`directory: ${problem} in entry ${seq}`)
    this.name = 'DirectoryRefused'
    this.problem = problem
    this.seq = seq
  }
}

export const founders: Readonly<Record<MemberRole, number>> = {
  recovery_holder: 3,
  custodian: 3,
  integrity_officer: 1,
  alternate_authority: 1,
}
export const mayVouch: readonly MemberRole[] = ['integrity_officer', 'recovery_holder']

export function checkEntry(
  entry: DirectoryEntry,
  before: DirectoryState | undefined,
  administrationId: string,
): void {
  const problem = problemOf(entry, before, administrationId)
  if (problem) throw new DirectoryRefused(problem, entry.seq)
}

function problemOf(
  entry: DirectoryEntry,
  before: DirectoryState | undefined,
  administrationId: string,
): DirectoryProblem | null {
  try {
    if (entry.administration !== administrationId) return 'administration'
    if (!follows(entry, before)) return 'order'
    if (!retiresMembers(entry, before)) return 'retired'
    if (!admitsMembers(entry, before)) return 'member'
    if (!before && !hasFounders(entry)) return 'founders'
    return isSigned(entry, before) ? null : 'signatures'
  } catch (error) {
    if (error instanceof Refused) return 'format'
    throw error
  }
}

function follows(entry: DirectoryEntry, before: DirectoryState | undefined): boolean {
  const previous = before ? toBase64url(before.hash) : ''
  const version: number = entry.v
  return (
    version === 1 &&
    entry.seq === (before?.seq ?? 0) + 1 &&
    entry.previous === previous &&
    /^\d{4}-\d{2}-\d{2}$/.test(entry.day) &&
    entry.day >= (before?.day ?? '')
  )
}

function retiresMembers({ retired }: DirectoryEntry, before: DirectoryState | undefined): boolean {
  const present = before?.members.map(({ id }) => id) ?? []
  return isEachOnce(retired) && retired.every((id) => present.includes(id))
}

function admitsMembers(entry: DirectoryEntry, before: DirectoryState | undefined): boolean {
  const stayed = before?.members.filter(({ id }) => !entry.retired.includes(id)) ?? []
  const ids = [...stayed, ...entry.admitted].map(({ id }) => id)
  return (
    isEachOnce(ids) && entry.admitted.every((member) => isGenuine(member, entry.administration))
  )
}

/** The keys are keys, and whoever made them said for whom. */
export function isGenuine(member: MemberRecord, administrationId: string): boolean {
  const { id, role, name, units, x, e, proof } = member
  const claim = memberBytes({ id, role, name, units, x, e })
  return (
    memberRoles.includes(role) &&
    isBoxKey(fromBase64url(x, 32)) &&
    verifies(fromBase64url(e, 32), fromBase64url(proof, 64), 'member', administrationId, claim)
  )
}

/** A point of small order would make every sealing to it fail, or the same for all. */
function isBoxKey(x: Uint8Array): boolean {
  try {
    return x25519.getSharedSecret(new Uint8Array(32).fill(1), x).length === 32
  } catch {
    return false
  }
}

/** Whether one of those who must sign it did. */
export function isSignedBy(entry: UnsignedEntry, e: Uint8Array, signature: Uint8Array): boolean {
  return verifies(e, signature, 'directory', entryHash(entry))
}

function hasFounders({ admitted }: DirectoryEntry): boolean {
  return memberRoles.every(
    (role) => admitted.filter((member) => member.role === role).length >= founders[role],
  )
}

function isSigned(entry: DirectoryEntry, before: DirectoryState | undefined): boolean {
  const signers = entry.signatures.map(({ by }) => by)
  const vouchers = before ? vouchersOf(before, entry) : foundersOf(entry)
  const needed = before ? 2 : vouchers.length
  const hash = entryHash(entry)
  return (
    isEachOnce(signers) &&
    signers.length >= needed &&
    entry.signatures.every(({ by, signature }) => {
      const voucher = vouchers.find(({ id }) => id === by)
      return voucher && verifies(voucher.e, fromBase64url(signature, 64), 'directory', hash)
    })
  )
}

function foundersOf({ admitted }: DirectoryEntry): Pick<Member, 'id' | 'e'>[] {
  const holders = admitted.filter(({ role }) => role === 'recovery_holder')
  return holders.map(({ id, e }) => ({ id, e: fromBase64url(e, 32) }))
}

function vouchersOf(before: DirectoryState, { admitted }: DirectoryEntry): readonly Member[] {
  return before.members.filter(
    ({ id, role }) => mayVouch.includes(role) && !admitted.some((member) => member.id === id),
  )
}

function isEachOnce(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length
}
