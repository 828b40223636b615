import { randomBytes } from 'node:crypto'
import type { MembersRoom } from '../../../src/corruption-reports/members/room.ts'
import {
  memberKeysOf,
  newSeed,
  proveMember,
  type MemberIdentity,
  type MemberKeys,
  type MemberRecord,
} from '../../../src/corruption-reports/sealing/index.ts'
import { lockedSeedLength } from '../../../src/corruption-reports/sealing/seed-lock.ts'

/** What a browser would send, but for the stretching of the words. */
export interface MadeMember {
  record: MemberRecord
  keys: MemberKeys
  seed: Uint8Array
}

export function makeMember(administrationId: string, identity: MemberIdentity): MadeMember {
  const keys = memberKeysOf(newSeed(randomBytes))
  const record = proveMember(administrationId, identity, keys)
  return { record, keys, seed: randomBytes(lockedSeedLength) }
}

/** The room as somebody else would stand in it. */
export function roomOf(room: MembersRoom, identity: MemberIdentity): MembersRoom {
  return { ...room, identity, staff: { ...room.staff, accountId: identity.id } }
}
