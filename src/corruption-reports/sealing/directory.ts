import { toBase64url } from './base64url.ts'
import {
  entryHash,
  type DirectoryEntry,
  type MemberIdentity,
  type MemberRecord,
  type UnsignedEntry,
} from './directory-entry.ts'
import { checkEntry, DirectoryRefused } from './directory-check.ts'
import { fromBase64url } from './base64url.ts'
import { fingerprintOf } from './fingerprint.ts'
import { compareBytes, sameBytes } from './bytes.ts'

export interface Member extends MemberIdentity {
  x: Uint8Array
  e: Uint8Array
}

/** The active members after one entry, in the order of their admission. */
export interface DirectoryState {
  hash: Uint8Array
  seq: number
  day: string
  members: readonly Member[]
}

export interface Directory extends DirectoryState {
  administration: string
  /** Of the founding entry: six groups of five digits. */
  fingerprint: string
  history: readonly DirectoryState[]
}

/** Believes nothing: throws a `DirectoryRefused` that names the entry and what is wrong with it. */
export function verifyDirectory(
  entries: readonly DirectoryEntry[],
  administrationId: string,
): Directory {
  const history: DirectoryState[] = []
  for (const entry of entries) {
    history.push(stateAfter(entry, history[history.length - 1], administrationId))
  }
  const [founding, last] = [history[0], history[history.length - 1]]
  if (!founding || !last) throw new DirectoryRefused('empty', 0)
  return {
    ...last,
    administration: administrationId,
    fingerprint: fingerprintOf(founding.hash),
    history,
  }
}

function stateAfter(
  entry: DirectoryEntry,
  before: DirectoryState | undefined,
  administrationId: string,
): DirectoryState {
  checkEntry(entry, before, administrationId)
  const stayed = (before?.members ?? []).filter(({ id }) => !entry.retired.includes(id))
  return {
    hash: entryHash(entry),
    seq: entry.seq,
    day: entry.day,
    members: [...stayed, ...entry.admitted.map(memberOf)],
  }
}

function memberOf({ id, role, name, units, x, e }: MemberRecord): Member {
  return { id, role, name, units, x: fromBase64url(x, 32), e: fromBase64url(e, 32) }
}

/** What the directory said when it had that hash; null if it never did. */
export function directoryAt(directory: Directory, hash: Uint8Array): DirectoryState | null {
  return directory.history.find((state) => sameBytes(state.hash, hash)) ?? null
}

/** Everybody who is or was in it, once for each pair of keys and for each unit that they were of. */
export function everMembers(directory: Directory): Member[] {
  const all = directory.history.flatMap(({ members }) => members)
  return all.filter((one, at) => all.findIndex((other) => isSameEntry(one, other)) === at)
}

function isSameEntry(one: Member, other: Member): boolean {
  return (
    one.id === other.id &&
    compareBytes(one.e, other.e) === 0 &&
    one.units.join(' ') === other.units.join(' ')
  )
}

export function foundingEntry(founding: {
  administration: string
  day: string
  admitted: readonly MemberRecord[]
}): UnsignedEntry {
  return { v: 1, ...founding, seq: 1, previous: '', retired: [] }
}

export function nextEntry(
  directory: Directory,
  change: Pick<UnsignedEntry, 'day' | 'admitted' | 'retired'>,
): UnsignedEntry {
  return {
    v: 1,
    administration: directory.administration,
    seq: directory.seq + 1,
    previous: toBase64url(directory.hash),
    ...change,
  }
}
