import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { findAccountByEmail } from '../../../src/people/index.ts'
import { NotFound } from '../../../src/platform/errors.ts'
import { insertDirectoryEntry } from '../../../src/corruption-reports/directory-store.ts'
import { insertMemberKey } from '../../../src/corruption-reports/member-key-store.ts'
import { getOffice, type Office } from '../../../src/corruption-reports/office.ts'
import {
  approveReader,
  wrapReader,
} from '../../../src/corruption-reports/officers/actions/add-reader.ts'
import { beginEpoch } from '../../../src/corruption-reports/officers/actions/begin-epoch.ts'
import {
  listOwnPlaces,
  readReports,
} from '../../../src/corruption-reports/officers/actions/read-reports.ts'
import { inSealedTransaction } from '../../../src/corruption-reports/sealed-store.ts'
import {
  bind,
  entryHash,
  epochKeysOf,
  memberKeysOf,
  newEpoch,
  newSeed,
  nextEntry,
  openReport,
  openSlot,
  proveMember,
  sealWords,
  signAct,
  signEntry,
  signReading,
  verifyDirectory,
  wrapForReader,
  type Directory,
  type DirectoryEntry,
  type MemberKeys,
  type OpenedReport,
} from '../../../src/corruption-reports/sealing/index.ts'
import { openDemoBook } from '../../support/demo-book.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { openPart } from '../sealed-sample.ts'
import { memberOf, random, sealTown, tell, type SealedTown } from './sealed-town.ts'

interface Reader {
  id: string
  accountId: string
  keys: MemberKeys
}

let test: TestSystem
let town: SealedTown
let office: Office

beforeAll(async () => {
  test = await openDemoBook()
  town = await sealTown(test)
  office = await getOffice(test.system, 'demo', test.system.clock())
})
afterAll(() => test.close())

/** What a reader's browser opens of a report; null when nothing opens. */
async function open(reader: Reader, id: Uint8Array): Promise<OpenedReport | null> {
  const { places } = await listOwnPlaces(test.system, office, reader.accountId)
  const own = places.find(({ reportId }) => Buffer.compare(reportId, id) === 0)
  const at = own && { id, epoch: own.epoch }
  const slot = at && openSlot(at, reader.id, reader.keys.x, own.blob)
  if (!slot) return null
  const keys = epochKeysOf(slot.c)
  const proof = signReading(keys, { ...at, by: reader.accountId, day: office.day })
  const [read] = await readReports(test.system, office, reader.accountId, [{ id, proof }])
  const epoch = read?.epochs.find((one) => one.epoch === own.epoch)
  if (!epoch) return null
  const toOpen = {
    ...at,
    content: epoch.content,
    contentKey: epoch.contentPub,
    actionKey: epoch.actionPub,
    directory: epoch.directory,
  }
  return openReport(toOpen, own.blob, { id: reader.id, x: reader.keys.x })
}

async function opened(reader: Reader, id: Uint8Array): Promise<OpenedReport> {
  const report = await open(reader, id)
  if (!report) throw new Error('the report does not open')
  return report
}

async function setAside(officer: Reader, report: OpenedReport, member: string, seq: number) {
  const { marks, struck } = report.content
  const out = { marks: { ...marks, members: [...marks.members, member] }, struck }
  const { sealed, notice } = newEpoch(report, { directory: town.directory, out, officer }, random)
  const at = { id: report.id, epoch: sealed.epoch, seq }
  const words = sealWords(sealed.contentKey, at, { reason: 'Es su primo' }, random)
  const body = bind(sealed.content, sealed.contentKey, sealed.actionKey, notice.box, words)
  const signed = { id: report.id, epoch: report.epoch, seq, action: 'begin_epoch', body }
  const signature = signAct(report.keys, signed)
  const input = { id: report.id, seq, sealed, notice, words, signature }
  await beginEpoch(test.system, office, officer.accountId, input)
}

describe('A conflict found later', () => {
  it('leaves the officer in conflict with what they had, and with nothing of what follows', async () => {
    const [one, two] = [memberOf(town, 'integridad'), memberOf(town, 'integridad2')]
    const { envelope } = await tell(test, town, { narration: 'El oficial dos es su primo' })
    const before = await opened(two, envelope.id)
    await setAside(one, await opened(one, envelope.id), two.id, 2)
    expect((await opened(one, envelope.id)).epoch).toBe(2)
    expect(await open(two, envelope.id)).toBeNull()
    await expect(setAside(two, before, one.id, 3)).rejects.toThrow(NotFound)
  })

  it('goes to the alternate authority when no officer is left', async () => {
    const [one, two] = [memberOf(town, 'integridad'), memberOf(town, 'integridad2')]
    const alternate = memberOf(town, 'alterna')
    const { envelope } = await tell(test, town, {
      narration: 'Los dos',
      marks: { members: [two.id] },
    })
    expect(await open(alternate, envelope.id)).toBeNull()
    await setAside(one, await opened(one, envelope.id), one.id, 2)
    expect((await opened(alternate, envelope.id)).content.told.narration).toBe('Los dos')
    expect(await open(one, envelope.id)).toBeNull()
  })
})

describe('An officer who comes later', () => {
  async function admit(name: string): Promise<{ directory: Directory; reader: Reader }> {
    const account = await findAccountByEmail(test.system.db, `${name}@demo.example`)
    if (!account) throw new Error(`The demonstration has no ${name}`)
    const id = account.accountId
    const keys = memberKeysOf(newSeed(random))
    const role = 'integrity_officer' as const
    const identity = { id, role, name: account.name, units: [] }
    const entry = nextEntry(town.directory, {
      day: office.day,
      admitted: [proveMember(town.administrationId, identity, keys)],
      retired: [],
    })
    const signers = [memberOf(town, 'integridad'), memberOf(town, 'integridad2')]
    const signatures = signers.map((signer) => signEntry(entry, signer.id, signer.keys))
    const signed: DirectoryEntry = { ...entry, signatures }
    const directory = await inSealedTransaction(
      openPart(test),
      town.administrationId,
      async (tx) => {
        const { seq, day } = signed
        await insertDirectoryEntry(tx, {
          seq,
          day,
          entry: JSON.stringify(signed),
          hash: entryHash(signed),
        })
        await insertMemberKey(tx, {
          memberId: id,
          accountId: id,
          role,
          seed: random(90),
          madeOn: day,
        })
        return verifyDirectory([...town.entries, signed], town.administrationId)
      },
    )
    return { directory, reader: { id, accountId: id, keys } }
  }

  it('reads an old report only when one reader wraps its key and another approves', async () => {
    const [one, two] = [memberOf(town, 'integridad'), memberOf(town, 'integridad2')]
    const { envelope } = await tell(test, town, { narration: 'De antes' })
    const { directory, reader } = await admit('integridad3')
    const report = await opened(one, envelope.id)
    const { slot } = wrapForReader(report, directory, reader.id, random)
    const signed = (seq: number, action: string, box: Uint8Array) => {
      const body = Buffer.concat([Buffer.from(reader.id), box])
      const signature = signAct(report.keys, { id: report.id, epoch: 1, seq, action, body })
      return { id: report.id, seq, member: reader.id, signature }
    }
    const wrap = { ...signed(2, 'wrap_reader', slot.box), box: slot.box }
    await wrapReader(test.system, office, one.accountId, wrap)
    expect(await open(reader, envelope.id)).toBeNull()

    const approval = signed(3, 'approve_reader', new Uint8Array(0))
    await expect(approveReader(test.system, office, one.accountId, approval)).rejects.toMatchObject(
      {
        problems: [{ field: '/member', code: 'second' }],
      },
    )
    await approveReader(test.system, office, two.accountId, approval)
    expect((await opened(reader, envelope.id)).content.told.narration).toBe('De antes')
    const at = { id: report.id, epoch: 1, by: one.accountId, day: office.day }
    const proof = signReading(report.keys, at)
    const asked = [{ id: report.id, proof }]
    const [read] = await readReports(test.system, office, one.accountId, asked)
    expect(read?.wrapped).toEqual([reader.id])
  })
})
