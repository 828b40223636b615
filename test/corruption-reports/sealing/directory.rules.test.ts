import { describe, expect, it } from '@jest/globals'
import {
  type DirectoryEntry,
  type DirectoryProblem,
  DirectoryRefused,
  directoryAt,
  entryHash,
  foundingEntry,
  memberKeysOf,
  type MemberRecord,
  nextEntry,
  toBase64url,
  type UnsignedEntry,
  verifyDirectory,
} from '../../../src/corruption-reports/sealing/index.ts'
import {
  administration,
  countingRandom,
  directory,
  founders,
  founding,
  named,
  person,
  signed,
} from './people.ts'

const holders = founders.filter(({ role }) => role === 'recovery_holder')
const newcomer = person('officer-3', 'integrity_officer')
const [officer1, officer2] = [named('officer-1'), named('officer-2')]
const second = nextEntry(directory, {
  day: '2026-04-01',
  admitted: [newcomer.record],
  retired: ['officer-2'],
})
const grown = [founding, signed(second, [officer1, officer2])]

describe('the directory of keys', () => {
  it('has the members in the order in which they were admitted, and those who left no more', () => {
    const verified = verifyDirectory(grown, administration)
    expect(verified.members.map(({ id }) => id)).toEqual([
      ...founders.map(({ id }) => id).filter((id) => id !== 'officer-2'),
      'officer-3',
    ])
  })

  it('remembers what it said before', () => {
    const verified = verifyDirectory(grown, administration)
    const then = directoryAt(verified, directory.hash)
    expect(then?.members).toEqual(directory.members)
    expect(directoryAt(verified, new Uint8Array(32))).toBeNull()
  })

  it('has a fingerprint of six groups of digits that growing does not change', () => {
    expect(directory.fingerprint).toMatch(/^\d{5}( \d{5}){5}$/)
    expect(verifyDirectory(grown, administration).fingerprint).toBe(directory.fingerprint)
  })

  it('has another fingerprint as soon as one key at its founding is another', () => {
    const other = founders.map((one) =>
      one.id === 'officer-1' ? person('officer-1', 'integrity_officer', [], 2) : one,
    )
    expect(verifyDirectory([found(other)], administration).fingerprint).not.toBe(
      directory.fingerprint,
    )
  })

  it('lets somebody make new keys under the same name, when two others sign', () => {
    const again = person('officer-1', 'integrity_officer', ['works'], 9)
    const entry = change({ admitted: [again.record], retired: ['officer-1'] })
    const verified = verifyDirectory(
      [founding, signed(entry, [officer2, named('holder-1')])],
      administration,
    )
    expect(verified.members.find(({ id }) => id === 'officer-1')?.x).toEqual(again.keys.x.publicKey)
  })
})

describe('a directory with a forged entry is refused by every client', () => {
  const forged: [string, DirectoryProblem, () => readonly DirectoryEntry[]][] = [
    ['no entry at all', 'empty', () => []],
    ['the founding left out', 'order', () => grown.slice(1)],
    ['an entry twice', 'order', () => [founding, founding]],
    ['another number', 'order', () => follow({ ...second, seq: 3 })],
    [
      'another past',
      'order',
      () => follow({ ...second, previous: toBase64url(new Uint8Array(32)) }),
    ],
    ['a day before the last', 'order', () => follow({ ...second, day: '2026-01-01' })],
    ['a word for a day', 'order', () => follow({ ...second, day: 'yesterday' })],
    ['another version', 'order', () => follow({ ...second, v: 2 as 1 })],
    [
      'the entries of another administration',
      'administration',
      () => follow({ ...second, administration: 'b' }),
    ],
    ['one signature', 'signatures', () => [founding, signed(second, [officer1])]],
    ['no signature', 'signatures', () => [founding, signed(second, [])]],
    ['one who signs twice', 'signatures', () => [founding, signed(second, [officer1, officer1])]],
    [
      'the newcomer vouching for himself',
      'signatures',
      () => [founding, signed(second, [officer1, newcomer])],
    ],
    [
      'custodians who vouch',
      'signatures',
      () => [founding, signed(second, [officer1, named('custodian-1')])],
    ],
    [
      'somebody who signs with other keys',
      'signatures',
      () => [founding, signed(second, [officer1, { ...officer2, keys: newcomer.keys }])],
    ],
    [
      'signatures of another entry',
      'signatures',
      () => [founding, { ...second, day: '2026-04-02', signatures: grown[1]?.signatures ?? [] }],
    ],
    [
      'a member whose key was changed',
      'member',
      () => follow(changeMember({ x: newcomerWith(2).x })),
    ],
    [
      'a member whose role was changed',
      'member',
      () => follow(changeMember({ role: 'custodian' })),
    ],
    [
      'a member whose units were changed',
      'member',
      () => follow(changeMember({ units: ['works'] })),
    ],
    [
      'a member proved for elsewhere',
      'member',
      () => follow(changeMember({ proof: officer1.record.proof })),
    ],
    [
      'a role that there is not',
      'member',
      () => follow(changeMember({ role: 'system_admin' as 'custodian' })),
    ],
    [
      'a key of small order',
      'member',
      () => follow(changeMember({ x: toBase64url(new Uint8Array(32)) })),
    ],
    [
      'somebody who is there already',
      'member',
      () => follow(change({ admitted: [officer1.record], retired: [] })),
    ],
    [
      'somebody twice',
      'member',
      () => follow(change({ admitted: [newcomer.record, newcomer.record], retired: [] })),
    ],
    [
      'the leaving of somebody who was not there',
      'retired',
      () => follow(change({ admitted: [], retired: ['officer-9'] })),
    ],
    ['a key that is none', 'format', () => follow(changeMember({ x: 'AAAA' }))],
    ['too few holders at the founding', 'founders', () => [found(without('holder-3'))]],
    ['too few custodians at the founding', 'founders', () => [found(without('custodian-1'))]],
    [
      'no officer at the founding',
      'founders',
      () => [found(founders.filter(({ role }) => role !== 'integrity_officer'))],
    ],
    ['no alternate authority at the founding', 'founders', () => [found(without('alternate'))]],
    [
      'a founding that a holder did not sign',
      'signatures',
      () => [signed(unsigned(founders), holders.slice(1))],
    ],
  ]

  it.each(forged)('%s', (_, problem, entries) => {
    expect(refusalOf(entries())).toBe(problem)
  })

  it('every bit of the signatures counts', () => {
    const [first, other] = grown[1]?.signatures ?? []
    const bad = {
      by: first?.by ?? '',
      signature: (first?.signature ?? '').replace(/^./, (l) => (l === 'A' ? 'B' : 'A')),
    }
    const entry = { ...second, signatures: [bad, ...(other ? [other] : [])] }
    expect(refusalOf([founding, entry])).toBe('signatures')
  })
})

function refusalOf(entries: readonly DirectoryEntry[]): DirectoryProblem | null {
  try {
    verifyDirectory(entries, administration)
    return null
  } catch (error) {
    if (error instanceof DirectoryRefused) return error.problem
    throw error
  }
}

function follow(entry: UnsignedEntry): readonly DirectoryEntry[] {
  const sealable = { ...entry, signatures: [] }
  try {
    entryHash(entry)
  } catch {
    return [founding, sealable]
  }
  return [founding, signed(entry, [officer1, officer2])]
}

function change(what: Pick<UnsignedEntry, 'admitted' | 'retired'>): UnsignedEntry {
  return nextEntry(directory, { day: '2026-04-01', ...what })
}

function changeMember(what: Partial<MemberRecord>): UnsignedEntry {
  return { ...second, admitted: [{ ...newcomer.record, ...what }] }
}

function newcomerWith(seed: number): { x: string } {
  return { x: toBase64url(memberKeysOf(countingRandom(seed)(32)).x.publicKey) }
}

function without(id: string) {
  return founders.filter((one) => one.id !== id)
}

function unsigned(people: typeof founders): UnsignedEntry {
  return foundingEntry({
    administration,
    day: '2026-03-02',
    admitted: people.map(({ record }) => record),
  })
}

function found(people: typeof founders): DirectoryEntry {
  return signed(
    unsigned(people),
    people.filter(({ role }) => role === 'recovery_holder'),
  )
}
