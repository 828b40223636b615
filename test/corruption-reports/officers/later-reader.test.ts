import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getBookRules } from '../../../src/administrations/index.ts'
import { findAccountByEmail } from '../../../src/people/index.ts'
import { insertDirectoryEntry } from '../../../src/corruption-reports/directory-store.ts'
import { insertMemberKey } from '../../../src/corruption-reports/member-key-store.ts'
import {
  askRecovery,
  giveShares,
  listOwnShares,
  listSharesAsked,
  listRecoveries,
  takeNewPlaces,
} from '../../../src/corruption-reports/members/actions/recover-places.ts'
import type { MembersRoom } from '../../../src/corruption-reports/members/room.ts'
import { getOffice, type Office } from '../../../src/corruption-reports/office.ts'
import {
  approveReader,
  wrapReader,
} from '../../../src/corruption-reports/officers/actions/add-reader.ts'
import { readReports } from '../../../src/corruption-reports/officers/actions/read-reports.ts'
import { inSealedTransaction } from '../../../src/corruption-reports/sealed-store.ts'
import {
  entryHash,
  memberKeysOf,
  newSeed,
  nextEntry,
  openRecoveredShare,
  proveMember,
  recoverSlot,
  releaseRecoveryShare,
  signAct,
  signEntry,
  signReading,
  verifyDirectory,
  wrapBody,
  wrapForReader,
  type Directory,
  type DirectoryEntry,
  type OpenedReport,
  type WrappedEpoch,
} from '../../../src/corruption-reports/sealing/index.ts'
import { openDemoBook } from '../../support/demo-book.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { listNotices } from '../../support/list-notices.ts'
import { openPart } from '../sealed-sample.ts'
import { openAs, openedAs, openEpochsAs, type Reader, setReaderAside } from './as-reader.ts'
import { memberOf, random, sealTown, tell, type SealedTown } from './sealed-town.ts'

const STORIES = [
  'De antes',
  'Otra',
  'Antes y después',
  'Lo que sigue',
  'A destiempo',
  'Sin partes',
  'Lo recuperado',
] as const

let test: TestSystem
let town: SealedTown
let office: Office
let entries: DirectoryEntry[]
let directory: Directory
let late: Reader
/** Filed before anybody came later. */
const filed = new Map<string, Uint8Array>()

beforeAll(async () => {
  test = await openDemoBook()
  town = await sealTown(test)
  office = await getOffice(test.system, 'demo', test.system.clock())
  entries = [...town.entries]
  directory = town.directory
  for (const narration of STORIES) {
    filed.set(narration, (await tell(test, town, { narration })).envelope.id)
  }
})
afterAll(() => test.close())

function reportOf(narration: (typeof STORIES)[number]): Uint8Array {
  const id = filed.get(narration)
  if (!id) throw new Error(`nobody told: ${narration}`)
  return id
}

const one = () => memberOf(town, 'integridad')
const two = () => memberOf(town, 'integridad2')
const open = (reader: Reader, id: Uint8Array) => openAs(test, office, reader, id)
const opened = (reader: Reader, id: Uint8Array) => openedAs(test, office, reader, id)
const epochsOf = async (reader: Reader, id: Uint8Array) =>
  (await openEpochsAs(test, office, reader, id)).map(({ epoch }) => epoch)

/** Into the directory, or again with keys that were made anew. */
async function admit(name: string, signers: readonly Reader[]): Promise<Reader> {
  const account = await findAccountByEmail(test.system.db, `${name}@demo.example`)
  if (!account) throw new Error(`The demonstration has no ${name}`)
  const id = account.accountId
  const keys = memberKeysOf(newSeed(random))
  const role = 'integrity_officer' as const
  const identity = { id, role, name: account.name, units: [] }
  const isAgain = directory.members.some((member) => member.id === id)
  const entry = nextEntry(directory, {
    day: office.day,
    admitted: [proveMember(town.administrationId, identity, keys)],
    retired: isAgain ? [id] : [],
  })
  const signatures = signers.map((signer) => signEntry(entry, signer.id, signer.keys))
  const signed: DirectoryEntry = { ...entry, signatures }
  await inSealedTransaction(openPart(test), town.administrationId, async (tx) => {
    const { seq, day } = signed
    const hash = entryHash(signed)
    await insertDirectoryEntry(tx, { seq, day, entry: JSON.stringify(signed), hash })
    if (isAgain) return
    const seed = random(90)
    await insertMemberKey(tx, { memberId: id, accountId: id, role, seed, madeOn: day })
  })
  entries.push(signed)
  directory = verifyDirectory(entries, town.administrationId)
  return { id, accountId: id, keys }
}

function signed(report: OpenedReport, seq: number, action: string, epochs: WrappedEpoch[]) {
  const { id, epoch, keys } = report
  const body = wrapBody(late.id, epochs)
  return { id, seq, member: late.id, signature: signAct(keys, { id, epoch, seq, action, body }) }
}

async function wrap(by: Reader, epochs: readonly OpenedReport[], seq: number): Promise<void> {
  const [newest] = epochs
  if (!newest) throw new Error('there is nothing to wrap')
  const wrapped = wrapForReader(epochs, directory, late.id, random)
  const input = { ...signed(newest, seq, 'wrap_reader', wrapped), epochs: wrapped }
  await wrapReader(test.system, office, by.accountId, input)
}

async function approve(by: Reader, report: OpenedReport, seq: number): Promise<void> {
  const input = signed(report, seq, 'approve_reader', [])
  await approveReader(test.system, office, by.accountId, input)
}

async function wrapAndApprove(id: Uint8Array): Promise<void> {
  const report = await opened(one(), id)
  await wrap(one(), [report], 2)
  await approve(two(), report, 3)
}

describe('An officer who comes later', () => {
  beforeAll(async () => {
    late = await admit('integridad3', [one(), two()])
  })

  it('reads an old report only when one reader wraps its key and another approves', async () => {
    const id = reportOf('De antes')
    const report = await opened(one(), id)
    await wrap(one(), [report], 2)
    expect(await open(late, id)).toBeNull()
    await expect(approve(one(), report, 3)).rejects.toMatchObject({
      problems: [{ field: '/member', code: 'second' }],
    })
    await approve(two(), report, 3)
    expect((await opened(late, id)).content.told.narration).toBe('De antes')
    const at = { id: report.id, epoch: 1, by: one().accountId, day: office.day }
    const proof = signReading(report.keys, at)
    const asked = [{ id: report.id, proof }]
    const [read] = await readReports(test.system, office, one().accountId, asked)
    expect(read?.wrapped).toEqual([late.id])
    const notices = await listNotices(test.system.db)
    const told = notices.filter(({ template }) => template === 'something_to_see')
    const receivers = told.map(({ account_id }) => account_id)
    // whoever approved knows; once for all of one hour
    expect(receivers.sort()).toEqual([one().id, memberOf(town, 'alterna').id, late.id].sort())
    await wrapAndApprove(reportOf('Otra'))
    expect(await listNotices(test.system.db)).toHaveLength(notices.length)
  })

  it('reads with one approval every epoch that the one who let them in could read', async () => {
    const id = reportOf('Antes y después')
    const alternate = memberOf(town, 'alterna').id
    const first = await opened(one(), id)
    await setReaderAside(test, office, {
      officer: one(),
      report: first,
      member: alternate,
      seq: 2,
      directory,
    })
    // the new epoch alone lets nobody in who did not read before
    expect(await open(late, id)).toBeNull()
    await wrap(one(), await openEpochsAs(test, office, one(), id), 3)
    await approve(two(), await opened(two(), id), 4)
    expect(await epochsOf(late, id)).toEqual([2, 1])
  })

  it('has a place in the epochs that begin after they were let in', async () => {
    const id = reportOf('Lo que sigue')
    const report = await opened(one(), id)
    await wrap(one(), [report], 2)
    await approve(two(), report, 3)
    const readers = [...report.content.readers, late.id]
    const aside = { officer: one(), report, member: two().id, seq: 4, directory, readers }
    await setReaderAside(test, office, aside)
    expect(await epochsOf(late, id)).toEqual([2, 1])
    expect(await open(two(), id)).toBeNull()
  })

  it('is not let in by an approval of what was wrapped before another epoch began', async () => {
    const id = reportOf('A destiempo')
    const report = await opened(one(), id)
    await wrap(one(), [report], 2)
    const alternate = memberOf(town, 'alterna').id
    const aside = { officer: one(), report, member: alternate, seq: 3, directory }
    await setReaderAside(test, office, aside)
    await expect(approve(two(), await opened(two(), id), 4)).rejects.toMatchObject({
      problems: [{ code: 'second' }],
    })
    await wrap(one(), await openEpochsAs(test, office, one(), id), 4)
    await approve(two(), await opened(two(), id), 5)
    expect(await epochsOf(late, id)).toEqual([2, 1])
  })

  it('is let in with a share for every holder, or not at all', async () => {
    const id = reportOf('Sin partes')
    const report = await opened(one(), id)
    const wrapped = wrapForReader([report], directory, late.id, random)
    const bare = wrapped.map((epoch) => ({ ...epoch, recovery: epoch.recovery.slice(1) }))
    const input = { ...signed(report, 2, 'wrap_reader', bare), epochs: bare }
    const refused = wrapReader(test.system, office, one().accountId, input)
    await expect(refused).rejects.toMatchObject({ code: 'wrong_state' })
  })
})

describe('An officer who came later and lost their keys', () => {
  it('gets back from two holders what was wrapped for them', async () => {
    const id = reportOf('Lo recuperado')
    await wrapAndApprove(id)
    const again = await admit('integridad3', [one(), memberOf(town, 'resguardo3')])
    expect(await open(again, id)).toBeNull()

    await askRecovery(await roomFor(late.id))
    const { sealed, administrationId } = await roomFor(late.id)
    const [asked] = await inSealedTransaction(sealed, administrationId, (tx) =>
      listRecoveries(tx, directory),
    )
    for (const name of ['resguardo', 'resguardo2']) {
      await give(memberOf(town, name), asked?.request ?? new Uint8Array())
    }
    await takeBack(again)
    expect((await opened(again, id)).content.told.narration).toBe('Lo recuperado')
  })

  async function give(holder: Reader, request: Uint8Array): Promise<void> {
    const room = await roomFor(holder.id)
    const { owner, places } = await listSharesAsked(room, request)
    const shares = places.map(({ report, epoch, owners, box }) => {
      const at = { id: report, epoch, holder: holder.id, owner }
      const holding = { keys: holder.keys.x, directory }
      return { report, epoch, share: releaseRecoveryShare(at, holding, { box, owners }, random) }
    })
    await giveShares(room, request, shares)
  }

  async function takeBack(reader: Reader): Promise<void> {
    const room = await roomFor(reader.id)
    const { owner, places } = await listOwnShares(room)
    const to = { id: reader.id, x: reader.keys.x.publicKey }
    const anew = places.map(({ report, epoch, content, contentKey, shares }) => {
      const given = shares.map(({ holder, box }) =>
        openRecoveredShare({ id: report, epoch, holder, owner }, reader.keys.x, box),
      )
      const toOpen = { id: report, epoch, content, contentKey }
      return { report, epoch, box: recoverSlot(toOpen, given, to, random) }
    })
    await takeNewPlaces(room, anew)
  }
})

async function roomFor(id: string): Promise<MembersRoom> {
  const now = test.system.clock()
  const rules = await getBookRules(test.system, 'demo', now)
  const { administrationId, slug } = rules.administration
  const member = directory.members.find((known) => known.id === id)
  if (!member) throw new Error('nobody has that id')
  const { role, name, units } = member
  const staff = { accountId: id, name, email: '', language: 'es', grants: [], workplaces: [] }
  const identity = { id, role, name, units }
  const sealed = openPart(test)
  return { sealed, rules, administrationId, slug, today: office.day, now, staff, identity }
}
