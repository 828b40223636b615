import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { listCodes, listSegments, listTexts, reportReader } from '../../src/analysis/index.ts'
import { decideQuote } from '../../src/analysis/findings/actions/decide-quote.ts'
import { codeSegment, type CodingChoice } from '../../src/analysis/words/index.ts'
import { getBookRules } from '../../src/administrations/index.ts'
import { readBackup, writeBackup } from '../../src/backup/index.ts'
import {
  addNote,
  appendErasures,
  archiveCase,
  eraseForRequest,
  erasureListPath,
  fileCase,
  findCase,
  readErasureList,
  registerCaseNotices,
  verifyBook,
} from '../../src/cases/index.ts'
import { takeMessage } from '../../src/channels/index.ts'
import { addMailToCase } from '../../src/channels/mailbox/actions/settle-mail.ts'
import { listMail } from '../../src/channels/mailbox/mail-store.ts'
import { batchReader, importFile, readMapping } from '../../src/imports/index.ts'
import { fileRequest, registerRequestJobs } from '../../src/data-requests/index.ts'
import { denyRequest } from '../../src/data-requests/actions/decide-request.ts'
import { deliverNotices, registerNoticeJobs } from '../../src/notices/index.ts'
import { eraseByRule } from '../../src/retention/index.ts'
import type { System } from '../../src/system.ts'
import { buildCorpus, deedsOf } from '../analysis/words/coded-corpus.ts'
import { answerCase, asStaff } from '../cases/staff-at-work.ts'
import { enrolledTablet } from '../channels/devices/tablet.ts'
import { message } from '../channels/mailbox/messages.ts'
import { openDemoApp, type DemoApp } from '../support/demo-app.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'
import { signIn } from '../surveys/campaigns.ts'
import { CANARY, filesThatTell, tablesThatTell } from './canary.ts'

const { names, firstSurname, document, email, phone, address, phrase } = CANARY
const person = {
  names,
  firstSurname,
  documentType: 'other',
  documentNumber: document,
  email,
  phone,
  address,
}
const filing = {
  kind: 'complaint',
  centre: 'centro',
  service: 'predial',
  description: phrase,
  person,
}
const SIX_YEARS_LATER = '2032-06-01T16:00:00Z'

let demo: DemoApp
let system: System
let administrationId: string
let folder: string
let numbers: string[]

beforeAll(async () => {
  demo = await openDemoApp()
  system = demo.test.system
  registerCaseNotices()
  registerNoticeJobs(system)
  registerRequestJobs(system)
  folder = await mkdtemp(join(tmpdir(), 'libro-abierto-nowhere-'))
  administrationId = (await getBookRules(system, 'demo', system.clock())).administration
    .administrationId
  numbers = await fileThroughEveryDoor()
  await workOnThem()
  await writeBackup(system, join(folder, 'before.backup'))
})
afterAll(async () => {
  await demo.close()
  await rm(folder, { recursive: true })
})

async function fileThroughEveryDoor(): Promise<string[]> {
  const now = system.clock()
  const filed: string[] = []
  for (const channel of ['web', 'counter', 'phone', 'paper'] as const) {
    const { caseNumber } = await fileCase(
      system,
      {
        slug: 'demo',
        idempotencyKey: `canary ${channel}`,
        filer: channel === 'web' ? 'public' : 'staff',
        filing: { ...filing, channel, answerBy: channel === 'web' ? 'email' : 'post' },
      },
      now,
    )
    filed.push(caseNumber)
  }
  const { tablet } = await enrolledTablet(demo.app, system)
  const { body } = await tablet.send(tablet.take(now, { description: phrase, person }), now)
  return [...filed, body.caseNumber]
}

async function workOnThem(): Promise<void> {
  const now = system.clock()
  const [first = '', ...others] = numbers
  const { manager, analyst } = await deedsOf(system)
  const raw = message({ From: `${names} <${email}>`, Subject: phrase }, [phrase])
  await takeMessage(system, { raw, receivedAt: now, slug: null }, now)
  const [mail] = await listMail(system.db, administrationId, 'waiting', 10)
  await addMailToCase(system, mail!, { accountId: manager.accountId, at: now }, first)
  await answerCase(system, first, { body: `Estimada ${names}: ${phrase}` })
  await addNote(system, await asStaff(system, 'responsable', first), phrase, now)
  await askAboutThem(first)
  await deliverNotices(system)
  await system.jobs.drain()
  for (const caseNumber of others) {
    await archiveCase(system, await asStaff(system, 'responsable', caseNumber), phrase, now)
  }
  await importOlderBook()
  await quoteThem(analyst)
}

async function askAboutThem(caseNumber: string): Promise<void> {
  const now = system.clock()
  const item = await findCase(system.db, { administrationId, caseNumber })
  const asked = await fileRequest(
    system,
    {
      administrationId,
      ...{ right: 'correction', details: phrase, personName: names, email, language: 'es' },
      ...{ proof: 'secret', filedBy: null, caseIds: [item!.caseId], sendingId: randomUUID() },
    },
    now,
  )
  const { staff } = (await asStaff(system, 'responsable', caseNumber)).viewer
  await denyRequest(system, { ref: asked, staff, seen: 1, words: `${names}: ${phrase}` }, now)
}

async function importOlderBook(): Promise<void> {
  const path = join(folder, 'older.csv')
  await writeFile(path, `numero;fecha;texto;nombre\n1;27/3/2024;${phrase};${names}\n`)
  const mapping = readMapping(`
source: libro-viejo
language: es
timeZone: America/Mexico_City
number: { column: numero }
kind: { constant: complaint }
receivedAt: { column: fecha, formats: [d/M/yyyy] }
text: { columns: [texto] }
`)
  const now = system.clock()
  const book = await getBookRules(system, 'demo', now)
  const request = { book, path, fileName: 'older.csv', mapping, accountId: null, now }
  expect((await importFile(system, request)).batchNumber).not.toBeNull()
}

async function quoteThem(analyst: Awaited<ReturnType<typeof deedsOf>>['analyst']): Promise<void> {
  const { corpus } = await buildCorpus(system)
  const { corpusId } = corpus
  const codes = await listCodes(system.db, administrationId, corpus.frameId)
  const code = codes[0]!
  const [text] = await listTexts(system.db, corpus, { after: 0, limit: 1 })
  const [segment] = await listSegments(system.db, administrationId, text!.textId)
  const choice: CodingChoice = {
    codeId: code.codeId,
    severity: 2,
    stage: null,
    valence: -1,
    suggestion: false,
    harm: false,
  }
  const { segmentId } = segment!
  const coded = { corpusId, segmentId, choice, frameVersion: 1, version: null }
  await codeSegment(system, analyst, coded)
  await decideQuote(system, analyst, {
    corpusId,
    segmentId,
    role: 'typical',
    decision: 'accepted',
    quote: phrase,
    paraphrase: 'Una máquina turquesa dañó un papel amarillento.',
    reason: '',
    version: 0,
  })
}

const verify = (of: System) =>
  verifyBook(of.db, administrationId, undefined, {
    legacy_batch: batchReader(of.db, administrationId),
    period_report: reportReader(of.db, administrationId),
  })

/** An empty book elsewhere, with what is kept apart from the backup. */
async function emptyBook(): Promise<TestSystem> {
  const dataDir = await mkdtemp(join(folder, 'elsewhere-'))
  await cp(join(system.config.dataDir, 'secrets'), join(dataDir, 'secrets'), { recursive: true })
  return openTestSystem({ env: { DATA_DIR: dataDir } })
}

describe('An erased person can be found nowhere', () => {
  it('though they stand in many places while they are kept', async () => {
    expect(await tablesThatTell(system)).toEqual(
      expect.arrayContaining([
        'case_contents',
        'case_people',
        'cases',
        'corpus_texts',
        'data_request_steps',
        'data_requests',
        'incoming_mail',
        'legacy_cases',
        'finding_quotes',
      ]),
    )
    expect(await filesThatTell(system)).not.toEqual([])
  })

  it('not even in their own time, in a case that they took back after a backup was made', async () => {
    const ref = { administrationId, caseNumber: numbers[1]! }
    await eraseForRequest(system, ref, 'content', system.clock())
    const restored = await emptyBook()
    const path = erasureListPath(restored.system.config.dataDir)
    appendErasures(path, readErasureList(erasureListPath(system.config.dataDir)))
    const { erasedAgain } = await readBackup(restored.system, join(folder, 'before.backup'))
    expect(erasedAgain).toBe(1)
    expect(await findCase(restored.system.db, ref)).toMatchObject({ summary: '' })
    expect(await verify(restored.system)).toMatchObject({ faults: [] })
    await restored.close()
  })

  it('neither in a table nor in a file once their time is over, and the book is sound', async () => {
    demo.test.clockAt(SIX_YEARS_LATER)
    await eraseByRule(system, system.clock())
    expect(await tablesThatTell(system)).toEqual([])
    expect(await filesThatTell(system)).toEqual([])
    expect(await verify(system)).toMatchObject({ filings: numbers.length, faults: [] })
  })

  it('nor by whoever looks for them', async () => {
    const manager = await signIn(demo.app, 'responsable')
    for (const word of [firstSurname, document, 'turquesa']) {
      await manager.get(`/personal/demo/casos?vista=all&buscar=${word}`)
      for (const caseNumber of numbers) expect(manager.page.text).not.toContain(caseNumber)
    }
  })

  it('nor in a backup of before, once it is brought back', async () => {
    const restored = await emptyBook()
    await readBackup(restored.system, join(folder, 'before.backup'))
    expect(await tablesThatTell(restored.system)).not.toEqual([])
    await eraseByRule(restored.system, new Date(SIX_YEARS_LATER))
    expect(await tablesThatTell(restored.system)).toEqual([])
    expect(await verify(restored.system)).toMatchObject({ faults: [] })
    await restored.close()
  })
})
