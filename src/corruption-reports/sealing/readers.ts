import type { DirectoryState, Member } from './directory.ts'
import type { MemberRole } from './directory-entry.ts'

/** Whom a report accuses. Nothing of it stands outside the content. */
export interface Marks {
  /** Ids of the directory of keys. */
  members: readonly string[]
  /** Ids of the people and units that the administration shows to choose from. */
  people: readonly string[]
  units: readonly string[]
  /** Whoever stands in no list, as the reporter said it. */
  words: readonly string[]
}

/** What keeps somebody out: the marks, and whom the reporter struck from the list of readers. */
export interface Exclusions {
  marks: Marks
  struck: readonly string[]
  /**
   * Officers who came after the filing. Not kept out: they read when a reader wraps the key and a
   * second person approves, but no new epoch gives it to them by itself.
   */
  notYet?: readonly string[]
}

export interface Readers {
  readers: readonly Member[]
  /** `nobody`: the report must go to another body, which the page names. */
  kind: 'officers' | 'alternate' | 'nobody'
}

export function readersFor(directory: Pick<DirectoryState, 'members'>, out: Exclusions): Readers {
  const officers = unmarked(directory, 'integrity_officer', out).filter(
    ({ id }) => !out.notYet?.includes(id),
  )
  if (officers.length > 0) return { readers: officers, kind: 'officers' }
  const alternates = unmarked(directory, 'alternate_authority', out)
  return { readers: alternates, kind: alternates.length > 0 ? 'alternate' : 'nobody' }
}

export function unmarked(
  directory: Pick<DirectoryState, 'members'>,
  role: MemberRole,
  out: Exclusions,
): Member[] {
  return withRole(directory, role).filter((member) => !isMarked(member, out))
}

export function isMarked(member: Member, { marks, struck }: Exclusions): boolean {
  return (
    marks.members.includes(member.id) ||
    marks.people.includes(member.id) ||
    struck.includes(member.id) ||
    member.units.some((unit) => marks.units.includes(unit))
  )
}

/** Everybody who has a slot, in the directory's order. */
export function slotHolders({ members }: Pick<DirectoryState, 'members'>): Member[] {
  return members.filter(
    ({ role }) => role === 'integrity_officer' || role === 'alternate_authority',
  )
}

export function withRole({ members }: Pick<DirectoryState, 'members'>, role: MemberRole): Member[] {
  return members.filter((member) => member.role === role)
}
