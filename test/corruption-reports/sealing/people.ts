import { concatBytes } from '@noble/hashes/utils.js'
import {
  bind,
  type DirectoryEntry,
  foundingEntry,
  type MemberKeys,
  memberKeysOf,
  type MemberRecord,
  type MemberRole,
  proveMember,
  type Random,
  sha256,
  signEntry,
  type UnsignedEntry,
  verifyDirectory,
} from '../../../src/corruption-reports/sealing/index.ts'

export const administration = 'a7c1f5de-0000-4000-8000-000000000001'

/** Always the same for one seed, and never twice the same within it. */
export function countingRandom(seed: number | string = 1): Random {
  let drawn = 0
  return (length) => {
    drawn++
    const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, block) =>
      sha256(bind(seed, drawn, block)),
    )
    return concatBytes(...blocks).slice(0, length)
  }
}

export interface Person {
  id: string
  role: MemberRole
  keys: MemberKeys
  record: MemberRecord
}

export function person(
  id: string,
  role: MemberRole,
  units: readonly string[] = [],
  seed = 1,
): Person {
  const keys = memberKeysOf(countingRandom(`${id}/${seed}`)(32))
  const identity = { id, role, name: `Name of ${id}`, units }
  return { id, role, keys, record: proveMember(administration, identity, keys) }
}

export const founders = [
  person('officer-1', 'integrity_officer', ['works', 'north']),
  person('officer-2', 'integrity_officer', ['licences']),
  person('alternate', 'alternate_authority'),
  person('custodian-1', 'custodian'),
  person('custodian-2', 'custodian', ['works']),
  person('custodian-3', 'custodian'),
  person('holder-1', 'recovery_holder'),
  person('holder-2', 'recovery_holder', ['licences']),
  person('holder-3', 'recovery_holder'),
]

export function named(id: string, among: readonly Person[] = founders): Person {
  const found = among.find((one) => one.id === id)
  if (!found) throw new Error(`nobody is called ${id}`)
  return found
}

export function signed(entry: UnsignedEntry, signers: readonly Person[]): DirectoryEntry {
  return { ...entry, signatures: signers.map(({ id, keys }) => signEntry(entry, id, keys)) }
}

export const founding = signed(
  foundingEntry({
    administration,
    day: '2026-03-02',
    admitted: founders.map(({ record }) => record),
  }),
  founders.filter(({ role }) => role === 'recovery_holder'),
)

export const directory = verifyDirectory([founding], administration)

export const noMarks = { members: [], people: [], units: [], words: [] }
