import {
  founders,
  mayVouch,
  memberRoles,
  type DirectoryState,
  type MemberIdentity,
  type MemberRole,
  type UnsignedEntry,
} from '../sealing/index.ts'

export interface Shortage {
  role: MemberRole
  present: number
  needed: number
}

/** What the founding entry still lacks. */
export function shortages(members: readonly Pick<MemberIdentity, 'role'>[]): Shortage[] {
  return memberRoles
    .map((role) => ({
      role,
      present: members.filter((member) => member.role === role).length,
      needed: founders[role],
    }))
    .filter(({ present, needed }) => present < needed)
}

/**
 * One more than can be done without: if somebody is marked in a report, or loses their keys, those who
 * are left must still be enough. Asked for at set-up, not discovered later.
 */
const comfortable: Readonly<Record<MemberRole, number>> = {
  integrity_officer: 2,
  alternate_authority: 1,
  custodian: 3,
  recovery_holder: 3,
}

/** Warnings: nothing is refused, but somebody more should be named. */
export function tooFewLeft(members: readonly Pick<MemberIdentity, 'role'>[]): Shortage[] {
  return memberRoles
    .map((role) => ({
      role,
      present: members.filter((member) => member.role === role).length,
      needed: comfortable[role],
    }))
    .filter(({ present, needed }) => present < needed)
}

/** Who signs an entry: every holder of the founding one; later two who were there before it. */
export function signersOf(
  entry: UnsignedEntry,
  before: DirectoryState | null,
): readonly { id: string; e: string | Uint8Array }[] {
  if (!before) return entry.admitted.filter(({ role }) => role === 'recovery_holder')
  return before.members.filter(
    ({ id, role }) => mayVouch.includes(role) && !entry.admitted.some((one) => one.id === id),
  )
}

export function signaturesNeeded(entry: UnsignedEntry, before: DirectoryState | null): number {
  return before ? 2 : signersOf(entry, before).length
}
