import { randomBytes } from 'node:crypto'
import { getBookRules } from '../../../src/administrations/index.ts'
import { findAccountByEmail } from '../../../src/people/index.ts'
import type { PlainDate } from '../../../src/platform/dates.ts'
import { insertDirectoryEntry } from '../../../src/corruption-reports/directory-store.ts'
import { fileReport } from '../../../src/corruption-reports/door/actions/file-report.ts'
import type { PlainFile } from '../../../src/corruption-reports/files/plain-file.ts'
import { keepSealedFile, sealFile } from '../../../src/corruption-reports/files/seal-file.ts'
import { insertMemberKey } from '../../../src/corruption-reports/member-key-store.ts'
import { inSealedTransaction, type SealedTx } from '../../../src/corruption-reports/sealed-store.ts'
import {
  entryHash,
  foundingEntry,
  memberKeysOf,
  newReceiptBits,
  newSeed,
  passphraseOf,
  proveMember,
  sealReport,
  signEntry,
  verifyDirectory,
  type Directory,
  type DirectoryEntry,
  type Marks,
  type MemberKeys,
  type MemberRecord,
  type MemberRole,
} from '../../../src/corruption-reports/sealing/index.ts'
import { lockSeed } from '../../../src/corruption-reports/sealing/seed-lock.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { openPart } from '../sealed-sample.ts'

export const random = (length: number) => new Uint8Array(randomBytes(length))
export const WORDS = 'abeto barco canela dedo espejo fuego'

const EMAILS: readonly [string, MemberRole][] = [
  ['integridad', 'integrity_officer'],
  ['integridad2', 'integrity_officer'],
  ['alterna', 'alternate_authority'],
  ['custodia', 'custodian'],
  ['custodia2', 'custodian'],
  ['custodia3', 'custodian'],
  ['resguardo', 'recovery_holder'],
  ['resguardo2', 'recovery_holder'],
  ['resguardo3', 'recovery_holder'],
]

export interface TownMember {
  id: string
  accountId: string
  role: MemberRole
  keys: MemberKeys
}

export interface SealedTown {
  administrationId: string
  directory: Directory
  entries: readonly DirectoryEntry[]
  members: ReadonlyMap<string, TownMember>
}

/** The demonstration's members with keys of their own and a directory that their holders signed. */
export async function sealTown(
  test: TestSystem,
  { inBrowser = false }: { inBrowser?: boolean } = {},
): Promise<SealedTown> {
  const { administration } = await getBookRules(test.system, 'demo', test.system.clock())
  const { administrationId } = administration
  const made = await Promise.all(
    EMAILS.map((who) => makeMember(test, administrationId, who, inBrowser)),
  )
  const entry = foundingEntry({
    administration: administrationId,
    day: '2026-03-02',
    admitted: made.map(({ record }) => record),
  })
  const holders = made.filter(({ member }) => member.role === 'recovery_holder')
  const signed = {
    ...entry,
    signatures: holders.map(({ member }) => signEntry(entry, member.id, member.keys)),
  }
  await inSealedTransaction(openPart(test), administrationId, async (tx) => {
    await insertDirectoryEntry(tx, {
      seq: signed.seq,
      entry: JSON.stringify(signed),
      hash: entryHash(signed),
      day: signed.day,
    })
    for (const { member, seed } of made) {
      await insertMemberKey(tx, {
        memberId: member.id,
        accountId: member.accountId,
        role: member.role,
        seed,
        madeOn: '2026-03-02',
      })
    }
  })
  return {
    administrationId,
    directory: verifyDirectory([signed], administrationId),
    entries: [signed],
    members: new Map(made.map(({ name, member }) => [name, member])),
  }
}

async function makeMember(
  test: TestSystem,
  administrationId: string,
  [name, role]: (typeof EMAILS)[number],
  inBrowser: boolean,
): Promise<{ name: string; member: TownMember; record: MemberRecord; seed: Uint8Array }> {
  const account = await findAccountByEmail(test.system.db, `${name}@demo.example`)
  if (!account) throw new Error(`The demonstration has no ${name}`)
  const id = account.accountId
  const seed = newSeed(random)
  const keys = memberKeysOf(seed)
  const record = proveMember(administrationId, { id, role, name: account.name, units: [] }, keys)
  const passphrase = passphraseOf(WORDS.split(' '))
  // stretching the words takes a second: only for those who type them
  const isTyped = inBrowser && (role === 'integrity_officer' || /^custodia2?$/.test(name))
  const locked = isTyped ? await lockSeed({ seed, passphrase, memberId: id }, random) : random(90)
  return { name, member: { id, accountId: id, role, keys }, record, seed: locked }
}

export function memberOf(town: SealedTown, name: string): TownMember {
  const member = town.members.get(name)
  if (!member) throw new Error(`${name} has no keys`)
  return member
}

export interface ToTell {
  narration: string
  marks?: Partial<Marks>
  identity?: { names: string; contact: string }
  file?: PlainFile
}

/** A report as the door keeps it. */
export async function tell(test: TestSystem, town: SealedTown, told: ToTell) {
  const now = test.system.clock()
  const rules = await getBookRules(test.system, 'demo', now)
  const bits = newReceiptBits(random)
  const file = told.file && (await sealFile(told.file))
  const envelope = sealReport(
    {
      directory: town.directory,
      told: { narration: told.narration, reprisal: 'none', protection: false },
      marks: { members: [], people: [], units: [], words: [], ...told.marks },
      struck: [],
      receipt: bits,
      ...(told.identity && { identity: told.identity }),
      ...(file && { files: [file.key] }),
    },
    random,
  )
  const keepFiles = async (tx: SealedTx, reportId: Uint8Array, day: PlainDate) => {
    if (file) await keepSealedFile(tx, file, { reportId, day })
  }
  await fileReport(test.system, { rules, envelope, channel: 'web', keepFiles }, now)
  return { envelope, bits }
}
