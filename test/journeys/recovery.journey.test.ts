import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { getBookRules, type BookRules } from '../../src/administrations/index.ts'
import { fileReport } from '../../src/corruption-reports/door/actions/file-report.ts'
import { demoCode, demoSecrets } from '../../src/corruption-reports/index.ts'
import { findDirectory } from '../../src/corruption-reports/known-directory.ts'
import { listMemberKeys } from '../../src/corruption-reports/member-key-store.ts'
import { keepKeys } from '../../src/corruption-reports/members/actions/keep-keys.ts'
import { proposeChange } from '../../src/corruption-reports/members/actions/propose-change.ts'
import { askRecovery } from '../../src/corruption-reports/members/actions/recover-places.ts'
import { signDraft } from '../../src/corruption-reports/members/actions/sign-draft.ts'
import type { MembersRoom } from '../../src/corruption-reports/members/room.ts'
import { getReport } from '../../src/corruption-reports/report-store.ts'
import { requireSealed } from '../../src/corruption-reports/sealed-database.ts'
import { inSealedTransaction } from '../../src/corruption-reports/sealed-store.ts'
import {
  entryHash,
  memberKeysOf,
  newReceiptBits,
  newSeed,
  nextEntry,
  openSlot,
  passphraseOf,
  proveMember,
  sealReport,
  signEntry,
  toBase64url,
  type MemberIdentity,
  type MemberKeys,
} from '../../src/corruption-reports/sealing/index.ts'
import { lockSeed, unlockSeed } from '../../src/corruption-reports/sealing/seed-lock.ts'
import { listSlots } from '../../src/corruption-reports/slot-store.ts'
import { findAccountByEmail } from '../../src/people/index.ts'
import { roomOf } from '../corruption-reports/members/made-member.ts'
import { openBrowser } from '../support/browser/index.ts'
import { openFoundedBook } from '../support/founded-book.ts'
import { startApp, type RunningApp } from '../support/running-app.ts'
import type { TestSystem } from '../support/test-system.ts'

let test: TestSystem
let app: RunningApp
let browser: Browser
let rules: BookRules
let room: MembersRoom

beforeAll(async () => {
  test = await openFoundedBook()
  app = await startApp(test.system)
  browser = await openBrowser()
  const now = test.system.clock()
  rules = await getBookRules(test.system, 'demo', now)
  const { administrationId, slug } = rules.administration
  const staff = { accountId: '', name: '', email: '', language: 'es', grants: [], workplaces: [] }
  const sealed = requireSealed(test.system)
  room = { sealed, rules, administrationId, slug, today: '2026-03-02', now, staff, identity: null }
}, 180_000)
afterAll(async () => {
  await browser.close()
  await app.close()
  await test.close()
})

const address = (name: string) => `${name}@demo.example`
const inRoom = <T>(work: Parameters<typeof inSealedTransaction<T>>[2]) =>
  inSealedTransaction(room.sealed, room.administrationId, work)

async function directoryNow() {
  const known = await inRoom(findDirectory)
  if (!known) throw new Error('The demonstration was not founded')
  return known.directory
}

async function identityNow(name: string): Promise<MemberIdentity> {
  const account = await findAccountByEmail(test.system.db, address(name))
  const found = (await directoryNow()).members.find((one) => one.id === account?.accountId)
  if (!found) throw new Error(`${name} is not in the directory`)
  const { id, role, name: called, units } = found
  return { id, role, name: called, units }
}

const passphrase = (name: string) => passphraseOf(demoSecrets(address(name)).words)

async function keysOf(name: string): Promise<MemberKeys> {
  const { id: memberId } = await identityNow(name)
  const [key] = await inRoom((tx) => listMemberKeys(tx, memberId))
  const lock = { blob: key!.seed, passphrase: passphrase(name), memberId }
  return memberKeysOf(await unlockSeed(lock))
}

async function tell(marked: readonly string[]): Promise<Uint8Array> {
  const envelope = sealReport(
    {
      directory: await directoryNow(),
      told: { narration: 'Pidieron dinero por una licencia.' },
      marks: { members: marked, people: [], units: [], words: [] },
      struck: [],
      receipt: newReceiptBits(randomBytes),
    },
    randomBytes,
  )
  await fileReport(test.system, { rules, envelope, channel: 'web' }, test.system.clock())
  return envelope.id
}

/** The words are the same as before, the keys behind them are not. */
async function loseKeys(name: string): Promise<void> {
  const identity = await identityNow(name)
  const seed = newSeed(randomBytes)
  const lock = { seed, passphrase: passphrase(name), memberId: identity.id }
  const record = proveMember(room.administrationId, identity, memberKeysOf(seed))
  await keepKeys(roomOf(room, identity), { record, seed: await lockSeed(lock, randomBytes) })
  const change = { day: room.today, admitted: [record], retired: [identity.id] }
  const entry = nextEntry(await directoryNow(), change)
  const signAs = async (signer: string) => {
    const { id } = await identityNow(signer)
    return signEntry(entry, id, await keysOf(signer)).signature
  }
  await proposeChange(roomOf(room, await identityNow('integridad2')), {
    admit: [identity.id],
    retire: [identity.id],
    signature: await signAs('integridad2'),
  })
  await signDraft(test.system, roomOf(room, await identityNow('resguardo3')), {
    hash: toBase64url(entryHash(entry)),
    signature: await signAs('resguardo3'),
  })
}

async function enter(name: string): Promise<Page> {
  test.clockAt(new Date(test.system.clock().getTime() + 60_000))
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${app.url}/personal/entrar?volver=/personal/demo/llaves`)
  await page.fill('#email', address(name))
  await page.fill('#password', 'libro-abierto-demo')
  await page.click('main form button')
  await page.fill('#code', demoCode(address(name), test.system.clock()))
  await page.click('main form button')
  return page
}

async function typeWordsAnd(page: Page, button: string, name: string): Promise<void> {
  const form = page.locator('form', { has: page.getByRole('button', { name: button }) })
  await form.locator('input[id$="_words"]').fill(demoSecrets(address(name)).words.join(' '))
  await form.getByRole('button', { name: button }).click()
}

async function slotOf(report: Uint8Array, memberId: string): Promise<Uint8Array> {
  const [slot] = await inRoom(async (tx) =>
    listSlots(tx, await getReport(tx, report), { purpose: 'read', epoch: 1, memberId }),
  )
  return slot!.blob
}

describe('An officer who lost their keys', () => {
  it('gets back from two holders what they could open, and nothing else', async () => {
    const { id } = await identityNow('integridad')
    const open = await tell([])
    const closed = await tell([id])
    await loseKeys('integridad')
    await askRecovery(roomOf(room, await identityNow('integridad')))
    const keys = await keysOf('integridad')
    const opens = async (report: Uint8Array) =>
      openSlot({ id: report, epoch: 1 }, id, keys.x, await slotOf(report, id)) !== null
    expect([await opens(open), await opens(closed)]).toEqual([false, false])
    const before = await slotOf(closed, id)

    for (const holder of ['resguardo', 'resguardo2']) {
      const page = await enter(holder)
      await page.getByRole('heading', { name: 'Irene Cabello Nava perdió sus llaves' }).waitFor()
      await typeWordsAnd(page, 'Dar mi parte', holder)
      await page
        .getByRole('heading', { name: 'Irene Cabello Nava perdió sus llaves' })
        .waitFor({ state: 'detached', timeout: 60_000 })
      await page.context().close()
    }
    const page = await enter('integridad')
    expect(await page.textContent('main')).toContain('Dieron su parte 2 personas')
    await typeWordsAnd(page, 'Recuperar lo que podía abrir', 'integridad')
    await page
      .getByRole('button', { name: 'Pedirlo a las personas de resguardo' })
      .waitFor({ timeout: 60_000 })
    await page.context().close()

    expect([await opens(open), await opens(closed)]).toEqual([true, false])
    // whoever watches the places cannot tell which of them opens again
    const after = await slotOf(closed, id)
    expect(after).not.toEqual(before)
    expect(after.length).toBe((await slotOf(open, id)).length)
  }, 300_000)
})
