import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { getBookRules } from '../../src/administrations/index.ts'
import { keepKeys } from '../../src/corruption-reports/members/actions/keep-keys.ts'
import { signDraft } from '../../src/corruption-reports/members/actions/sign-draft.ts'
import { lockDraft } from '../../src/corruption-reports/members/draft-store.ts'
import { identityOf } from '../../src/corruption-reports/members/member-identity.ts'
import type { MembersRoom } from '../../src/corruption-reports/members/room.ts'
import { requireSealed } from '../../src/corruption-reports/sealed-database.ts'
import { inSealedTransaction } from '../../src/corruption-reports/sealed-store.ts'
import {
  entryHash,
  fingerprintOf,
  memberRoles,
  signEntry,
  toBase64url,
  type MemberIdentity,
} from '../../src/corruption-reports/sealing/index.ts'
import { codeOfStep, listContacts, listHolders, stepAt } from '../../src/people/index.ts'
import { makeMember, roomOf, type MadeMember } from '../corruption-reports/members/made-member.ts'
import { accessibilityProblems } from '../support/accessibility-problems.ts'
import { openBrowser } from '../support/browser/index.ts'
import { openDemoBook } from '../support/demo-book.ts'
import { startApp, type RunningApp } from '../support/running-app.ts'
import type { TestSystem } from '../support/test-system.ts'

let test: TestSystem
let app: RunningApp
let browser: Browser
let room: MembersRoom
const members = new Map<string, { identity: MemberIdentity; made: MadeMember }>()

beforeAll(async () => {
  test = await openDemoBook()
  app = await startApp(test.system)
  browser = await openBrowser()
  room = await emptyRoom()
  await makeEverybodyElse()
}, 180_000)
afterAll(async () => {
  await browser.close()
  await app.close()
  await test.close()
})

async function emptyRoom(): Promise<MembersRoom> {
  const now = test.system.clock()
  const rules = await getBookRules(test.system, 'demo', now)
  const { administrationId, slug } = rules.administration
  const nobody = { accountId: '', name: '', email: '', language: 'es', grants: [], workplaces: [] }
  const sealed = requireSealed(test.system)
  const today = '2026-03-02'
  return { sealed, rules, administrationId, slug, today, now, staff: nobody, identity: null }
}

/** All but the holder who sits before the browser. */
async function makeEverybodyElse(): Promise<void> {
  const { administrationId, today, rules } = room
  for (const role of memberRoles) {
    const ids = await listHolders(test.system.db, [role], { administrationId }, today)
    for (const { accountId, name, email } of await listContacts(test.system.db, ids)) {
      if (email === 'resguardo@demo.example') continue
      const identity = identityOf({ accountId, name, roles: [role], unitIds: [] }, rules)!
      const made = makeMember(administrationId, identity)
      await keepKeys(roomOf(room, identity), made)
      members.set(email, { identity, made })
    }
  }
}

async function signAs(email: string): Promise<void> {
  const { identity, made } = members.get(email)!
  const draft = await inSealedTransaction(room.sealed, room.administrationId, lockDraft)
  const hash = toBase64url(entryHash(draft!.entry))
  const { signature } = signEntry(draft!.entry, identity.id, made.keys)
  await signDraft(test.system, roomOf(room, identity), { hash, signature })
}

function secretOf(spelled: string): Buffer {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...spelled.replaceAll(' ', '')]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const PICTURES = process.env['PICTURES']

async function look(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true })
  expect([name, await accessibilityProblems(page)]).toEqual([name, []])
}

describe('A holder of a share, in their own browser', () => {
  it('sets up the second step and keys, founds the directory with the others, proposes a change and amends their name', async () => {
    const page = await (await browser.newContext({ locale: 'es' })).newPage()
    const problems: string[] = []
    page.on('console', (line) => line.type() === 'error' && problems.push(line.text()))
    page.on('pageerror', (error) => problems.push(error.message))

    await page.goto(`${app.url}/personal/entrar?volver=/personal/demo/llaves`)
    await page.fill('#email', 'resguardo@demo.example')
    await page.fill('#password', 'libro-abierto-demo')
    await press(page, 'Entrar')
    await press(page, 'Empezar')
    await look(page, 'second-factor')
    const secret = secretOf((await page.textContent('.one-time')) ?? '')
    await page.fill('#code', codeOfStep(secret, stepAt(test.system.clock())))
    await press(page, 'Comprobar el código')
    await look(page, 'recovery-codes')

    await page.goto(`${app.url}/personal/demo/llaves`)
    expect(await page.textContent('main')).toContain('Usted todavía no tiene llaves')
    expect(await page.textContent('main')).toContain('hay 2, se necesitan 3')
    await look(page, 'nothing-yet')
    await page.getByRole('link', { name: 'Hacer mis llaves o cambiarlas' }).click()
    await look(page, 'own-keys')
    await press(page, 'Hacer mis llaves')
    await page.waitForSelector('[data-words] li')
    const words = await page.locator('[data-words] li').allTextContents()
    expect(words).toHaveLength(6)
    await look(page, 'words')
    await press(page, 'Ya la copié')
    expect(await page.locator('[data-words] li').count()).toBe(0)
    await page.fill('#words', [...words].reverse().join(' '))
    await press(page, 'Comprobar y guardar')
    await page.getByText('Esas no son las seis palabras').waitFor()
    await page.fill('#words', words.join(' ').toUpperCase())
    await press(page, 'Comprobar y guardar')
    await page.waitForSelector('[data-step="done"]:not([hidden])')
    await look(page, 'keys-made')

    await page.goto(`${app.url}/personal/demo/llaves`)
    await press(page, 'Preparar la fundación')
    const draft = await inSealedTransaction(room.sealed, room.administrationId, lockDraft)
    const fingerprint = fingerprintOf(entryHash(draft!.entry))
    await page.getByText(fingerprint).waitFor()
    await look(page, 'founding')
    await signAs('resguardo2@demo.example')
    await signAs('resguardo3@demo.example')
    await page.fill('#sign_words', words.join(' '))
    await press(page, 'Firmar')
    await page.getByRole('heading', { name: 'Proponer un cambio' }).waitFor({ timeout: 60_000 })
    expect(await page.textContent('.fingerprint')).toBe(fingerprint)
    await look(page, 'founded')

    await page.getByRole('checkbox', { name: /Ivonne Téllez Prado/ }).check()
    await page.fill('#change_words', words.join(' '))
    await press(page, 'Proponer y firmar')
    await page.getByText('Firmas: 1 de 2.').waitFor({ timeout: 60_000 })
    await look(page, 'proposed')
    await signAs('integridad@demo.example')
    await page.reload()
    expect(await page.textContent('table')).toMatch(
      /Ivonne Téllez Prado\s*Oficial anticorrupción\s*Faltan/,
    )

    await test.system.db
      .updateTable('accounts')
      .set({ name: 'Olga Nueva Serrano' })
      .where('email', '=', 'resguardo@demo.example')
      .execute()
    await page.reload()
    await page.getByText('Hoy es: Olga Nueva Serrano.').waitFor()
    await look(page, 'amend')
    await page.fill('#amend_words', words.join(' '))
    await press(page, 'Firmar lo de hoy')
    await page.getByText('Pidió corregir su nombre o sus unidades.').waitFor({ timeout: 60_000 })
    await look(page, 'amended')
    expect(problems).toEqual([])
    await page.context().close()
  }, 400_000)
})
