import {
  type Directory,
  fromBase64url,
  type MemberKeys,
  memberKeysOf,
  type OpenedSlot,
  passphraseOf,
  Refused,
  verifyDirectory,
} from '../../../../src/corruption-reports/sealing/index.ts'
import {
  type Agree,
  findAgreement,
} from '../../../../src/corruption-reports/sealing/native-x25519.ts'
import { unlockSeed } from '../../../../src/corruption-reports/sealing/seed-lock.ts'
import type { Places } from './calls.ts'

/** What the six words open. It lives in this variable, until the room is locked. */
export interface Keyring {
  account: string
  day: string
  directory: Directory
  members: { id: string; keys: MemberKeys }[]
  agree: Agree
  /** What was in the places that were tried, by their boxes. */
  slots: Map<string, OpenedSlot | null>
}

/** What the server tells whoever asks to enter: the directory, and their own locked seeds. */
export type Locked = Omit<Places, 'places'>

/** Null when the words are not those of any of the person's keys. */
export async function unlock(words: string, places: Locked): Promise<Keyring | null> {
  const directory = verifyDirectory(places.directory, places.administration)
  const passphrase = passphraseOf(words.trim().split(/\s+/))
  const members: Keyring['members'] = []
  for (const { member, seed } of places.keys) {
    const opened = await tryUnlock(seed, passphrase, member)
    if (opened) members.push({ id: member, keys: memberKeysOf(opened) })
  }
  if (members.length === 0) return null
  const agree = await findAgreement()
  return { account: places.account, day: places.day, directory, members, agree, slots: new Map() }
}

async function tryUnlock(seed: string, passphrase: string, memberId: string) {
  try {
    return await unlockSeed({ blob: fromBase64url(seed), passphrase, memberId })
  } catch (error) {
    if (error instanceof Refused && error.reason === 'wrong_passphrase') return null
    throw error
  }
}
