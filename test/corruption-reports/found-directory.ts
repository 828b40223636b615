import { randomBytes, randomUUID } from 'node:crypto'
import { insertDirectoryEntry } from '../../src/corruption-reports/directory-store.ts'
import { inSealedTransaction } from '../../src/corruption-reports/sealed-store.ts'
import { requireSealed } from '../../src/corruption-reports/sealed-database.ts'
import {
  entryHash,
  foundingEntry,
  memberKeysOf,
  newSeed,
  proveMember,
  signEntry,
  verifyDirectory,
  type Directory,
  type MemberKeys,
  type MemberRole,
} from '../../src/corruption-reports/sealing/index.ts'
import type { System } from '../../src/system.ts'

export interface FoundMember {
  id: string
  role: MemberRole
  name: string
  units: readonly string[]
  keys: MemberKeys
}

const PEOPLE: readonly [name: string, role: MemberRole][] = [
  ['Inés Aguirre', 'integrity_officer'],
  ['Bruno Salas', 'integrity_officer'],
  ['Clara Montes', 'integrity_officer'],
  ['Alma Tejeda', 'alternate_authority'],
  ['Ciro Paz', 'custodian'],
  ['Dora Ruiz', 'custodian'],
  ['Elsa Vidal', 'custodian'],
  ['Fidel Mora', 'recovery_holder'],
  ['Gala Ortiz', 'recovery_holder'],
  ['Hugo Leal', 'recovery_holder'],
]

/** A directory of keys whose secret halves the test holds. `units` says to which each of them belongs. */
export async function foundDirectory(
  system: System,
  administrationId: string,
  units: Readonly<Record<string, readonly string[]>> = {},
): Promise<{ directory: Directory; members: readonly FoundMember[] }> {
  const members = PEOPLE.map(([name, role]) => ({
    id: randomUUID(),
    role,
    name,
    units: units[name] ?? [],
    keys: memberKeysOf(newSeed(randomBytes)),
  }))
  const unsigned = foundingEntry({
    administration: administrationId,
    day: '2026-03-02',
    admitted: members.map(({ keys, ...member }) => proveMember(administrationId, member, keys)),
  })
  const holders = members.filter(({ role }) => role === 'recovery_holder')
  const entry = {
    ...unsigned,
    signatures: holders.map(({ id, keys }) => signEntry(unsigned, id, keys)),
  }
  await inSealedTransaction(requireSealed(system), administrationId, (tx) =>
    insertDirectoryEntry(tx, {
      seq: entry.seq,
      entry: JSON.stringify(entry),
      hash: entryHash(entry),
      day: entry.day,
    }),
  )
  return { directory: verifyDirectory([entry], administrationId), members }
}
