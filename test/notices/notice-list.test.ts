import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { deliverNotices, listNoticesOfCase, registerCaseLinks } from '../../src/notices/index.ts'
import { buildPerson, buildTown, password, type Town } from '../people/fixtures.ts'
import { htmlProblems } from '../support/html-problems.ts'
import { startMailbox, type Mailbox } from '../support/mailbox.ts'
import { startApp, type RunningApp } from '../support/running-app.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'
import { Visitor } from '../support/visitor.ts'
import { queueLetter, registerTestLetters } from './test-letters.ts'

const LIST = '/personal/villa/avisos'

let house: TestSystem
let app: RunningApp
let mailbox: Mailbox
let town: Town
let otherTown: Town

beforeAll(async () => {
  registerTestLetters()
  registerCaseLinks(async (_db, { slug }, caseIds) => {
    const link = (caseId: string) => ({
      caseNumber: `VILLA-2026-${caseId.slice(0, 6)}`,
      url: `/personal/${slug}/casos/${caseId}`,
    })
    return new Map(caseIds.map((caseId) => [caseId, link(caseId)]))
  })
  mailbox = await startMailbox()
  house = await openTestSystem({ env: { SMTP_URL: mailbox.url } })
  app = await startApp(house.system)
  town = await buildTown(house.system, 'villa')
  otherTown = await buildTown(house.system, 'puerto')
  const { administrationId, unitId } = town
  await buildPerson(house.system, 'responsable', [{ role: 'claims_manager', administrationId }])
  await buildPerson(house.system, 'unidad', [{ role: 'unit_handler', administrationId, unitId }])
  await buildPerson(house.system, 'sistemas', [{ role: 'system_admin' }])
})
afterAll(async () => {
  await app.close()
  await house.close()
  await mailbox.close()
})
beforeEach(() => house.clockAt('2026-03-02T16:00:00Z'))

async function signedIn(name: string): Promise<Visitor> {
  const visitor = new Visitor(app)
  await visitor.get('/personal/entrar')
  await visitor.submit({ email: `${name}@muni.example`, password })
  return visitor
}

async function failed(administrationId = town.administrationId) {
  const { caseId, address } = await queueLetter(house.system, administrationId)
  mailbox.refuse(address)
  await deliverNotices(house.system)
  mailbox.refuse(null)
  const [notice] = await listNoticesOfCase(house.system.db, administrationId, caseId)
  return { number: `VILLA-2026-${caseId.slice(0, 6)}`, noticeId: notice?.noticeId ?? '', address }
}

async function unconfirmed() {
  const { caseId } = await queueLetter(house.system, town.administrationId)
  mailbox.whenTaken(async () => 'hang up')
  await deliverNotices(house.system)
  mailbox.whenTaken(null)
  return `VILLA-2026-${caseId.slice(0, 6)}`
}

describe('The notices that did not arrive', () => {
  it('are none while every letter left', async () => {
    await queueLetter(house.system, town.administrationId)
    await deliverNotices(house.system)
    const page = await (await signedIn('responsable')).get(LIST)
    expect(page.text).toContain('No hay avisos pendientes')
    expect(await htmlProblems(page.html)).toEqual([])
  })

  it('are shown with case, reader and reason, and never with an address', async () => {
    const { number, address } = await failed()
    const page = await (await signedIn('responsable')).get(LIST)
    expect(page.heading).toBe('Avisos que no llegaron')
    expect(page.text).toContain(`Comprobante: ${number}`)
    expect(page.text).toContain('La persona que presentó el caso')
    expect(page.text).toContain('la dirección no existe')
    expect(page.html).not.toContain(address)
    expect(await htmlProblems(page.html)).toEqual([])
  })

  it('are sent again by a button, once', async () => {
    const { noticeId, address } = await failed()
    const visitor = await signedIn('responsable')
    await visitor.get(LIST)
    const page = await visitor.submit({}, { form: `${noticeId}/envio` })
    expect(page.path).toBe(`${LIST}?hecho=envio`)
    expect(page.text).toContain('se enviará de nuevo')
    expect(page.html).not.toContain(noticeId)
    const before = mailbox.letters.length
    await deliverNotices(house.system)
    const letters = mailbox.letters.slice(before)
    expect(letters.map(({ to }) => to?.[0]?.address)).toEqual([address])
  })

  it('that may have arrived say so, and can be marked as received', async () => {
    const number = await unconfirmed()
    const visitor = await signedIn('responsable')
    const page = await visitor.get(LIST)
    expect(page.text).toContain('Sin confirmar')
    expect(page.text).toContain('podría recibirlo dos veces')
    const after = await visitor.submit({}, { form: 'recepcion' })
    expect(after.text).toContain('sí llegó')
    expect(after.text).not.toContain(number)
  })

  it('of another administration do not exist here', async () => {
    const { noticeId } = await failed(otherTown.administrationId)
    const visitor = await signedIn('responsable')
    const page = await visitor.get(LIST)
    expect(page.html).not.toContain(noticeId)
    const { noticeId: own } = await failed()
    await visitor.get(LIST)
    const token = visitor.page.forms
      .find(({ action }) => action.includes(own))
      ?.values.find(([name]) => name === '_token')?.[1]
    const stolen = await visitor.post(`${LIST}/${noticeId}/descarte`, { _token: token ?? '' })
    expect(stolen.status).toBe(404)
    expect((await visitor.post(`${LIST}/nonsense/descarte`, { _token: token ?? '' })).status).toBe(
      404,
    )
  })
})

describe('Whoever is not responsible for the book', () => {
  it('does not see the notices', async () => {
    expect((await (await signedIn('unidad')).get(LIST)).status).toBe(403)
  })

  it('sees them as administrator of the system, without deciding', async () => {
    await failed()
    const page = await (await signedIn('sistemas')).get(LIST)
    expect(page.status).toBe(200)
    expect(page.forms.filter(({ action }) => action.startsWith(LIST))).toEqual([])
  })

  it('is asked to sign in', async () => {
    expect((await new Visitor(app).get(LIST)).path).toContain('/personal/entrar')
  })
})
