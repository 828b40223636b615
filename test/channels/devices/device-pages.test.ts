import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { listAuditLines } from '../../../src/audit/index.ts'
import { findOrigin, findCase } from '../../../src/cases/index.ts'
import { followCase } from '../../../src/cases/follow-case.ts'
import { switchDevice } from '../../../src/channels/devices/actions/change-device.ts'
import { openDemoBook } from '../../support/demo-book.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { sendJson } from '../../support/json.ts'
import { startApp, type RunningApp } from '../../support/running-app.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { Visitor } from '../../support/visitor.ts'
import { enrolledTablet, type Item, type Tablet } from './tablet.ts'

const SATURDAY = '2026-02-28T16:00:00Z'
const MONDAY = '2026-03-02T16:00:00Z'
const LIST = '/personal/demo/tabletas'
const ASIDE = `${LIST}/apartados`

let test: TestSystem
let app: RunningApp
beforeAll(async () => {
  test = await openDemoBook({ now: MONDAY })
  app = await startApp(test.system)
})
afterAll(async () => {
  await app.close()
  await test.close()
})

async function signedIn(name: string): Promise<Visitor> {
  const visitor = new Visitor(app)
  await visitor.get('/personal/entrar')
  await visitor.submit({ email: `${name}@demo.example`, password: 'libro-abierto-demo' })
  return visitor
}

describe('Staff and their tablets', () => {
  it('make one, carry its code to it, and see how it is', async () => {
    const visitor = await signedIn('responsable')
    await visitor.get(`${LIST}/nueva`)
    await visitor.submit({ name: '' })
    expect(visitor.page.status).toBe(422)
    expect(visitor.page.text).toContain('Escriba un nombre')
    const centre = await visitor.get(`${LIST}/nueva`)
    const [, centreId = ''] = /value="([\da-f-]{36})"[^>]*>Oficina Centro/.exec(centre.html) ?? []
    await visitor.submit({ name: 'Tableta de la entrada', centreId, greeting: 'Díganos' })
    expect(visitor.page.heading).toBe('Tableta de la entrada')
    expect(visitor.page.text).toContain('Sin instalar')
    await visitor.submit({}, { form: 'codigo' })
    const [code] = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(visitor.page.text) ?? []
    const clock = test.system.clock().toISOString()
    const { status } = await sendJson(app, 'POST', '/api/v1/devices/enrolments', {
      body: { code, clock },
    })
    expect(status).toBe(201)
    await visitor.get(LIST)
    expect(visitor.page.text).toContain('En uso')
    expect(await htmlProblems(visitor.page.html)).toEqual([])
  })

  it('switch one off from afar and on again, and change its name', async () => {
    const { tablet, deviceId, administrationId } = await enrolledTablet(app, test.system)
    const visitor = await signedIn('jefatura')
    await visitor.get(`${LIST}/${deviceId}`)
    await visitor.submit({}, { form: 'estado' })
    expect(visitor.page.text).toMatch(/Estado Apagada/)
    expect((await tablet.contact(MONDAY)).body.state).toBe('off')
    await visitor.submit({}, { form: 'estado' })
    expect((await tablet.contact(MONDAY)).body.state).toBe('on')
    const responsible = await signedIn('responsable')
    await responsible.get(`${LIST}/${deviceId}`)
    const [, centreId = ''] =
      /value="([\da-f-]{36})"[^>]*>Oficina Norte/.exec(responsible.page.html) ?? []
    const change = { name: 'Tableta del fondo', quotaPerDay: '7', endsOn: '2026-12-31' }
    await responsible.submit({ ...change, centreId })
    expect(responsible.page.heading).toBe('Tableta del fondo')
    expect(responsible.page.text).toMatch(/Oficina Oficina Norte/)
    const actions = (await listAuditLines(test.system.db, { administrationId })).map(
      ({ action }) => action,
    )
    expect(actions.slice(0, 3)).toEqual([
      'device_changed',
      'device_switched_on',
      'device_switched_off',
    ])
  })

  it('see only what is theirs: the counter looks, another centre’s head does not', async () => {
    const { deviceId } = await enrolledTablet(app, test.system)
    const counter = await signedIn('ventanilla')
    await counter.get(`${LIST}/${deviceId}`)
    expect(counter.page.status).toBe(200)
    expect(counter.page.forms.some(({ action }) => action.includes('estado'))).toBe(false)
    await counter.get(ASIDE)
    expect(counter.page.status).toBe(403)
    const unit = await signedIn('unidad')
    await unit.get(LIST)
    expect(unit.page.status).toBe(403)
  })
})

describe('A case that came by a tablet', () => {
  it('shows both its times and is found by the number that the tablet printed', async () => {
    test.clockAt('2026-02-27T16:00:00Z')
    const { tablet } = await enrolledTablet(app, test.system)
    test.clockAt(MONDAY)
    const item = tablet.take(SATURDAY)
    const { caseNumber } = (await tablet.send(item, MONDAY)).body
    const visitor = await signedIn('responsable')
    const typed = encodeURIComponent(item.printed.number.toLowerCase().replaceAll('-', ' '))
    await visitor.get(`/personal/demo/casos?vista=to_approve&buscar=${typed}`)
    expect(visitor.page.text).toContain(caseNumber)
    await visitor.click('La ventanilla cerró')
    expect(visitor.page.text).toContain('Entregado en la tableta 28 de febrero de 2026, 10:00')
    expect(visitor.page.text).toContain('El plazo cuenta desde 28 de febrero de 2026, 10:00')
    expect(visitor.page.text).toContain('Recibido 2 de marzo de 2026, 10:00')
    expect(visitor.page.text).toContain(`Número provisional ${item.printed.number}`)
  })
})

describe('What was set aside', () => {
  async function setAside(tablet: Tablet, item: Item) {
    const { status } = await tablet.send(item, MONDAY)
    expect(status).toBe(202)
    const { item_id } = await test.system.db
      .selectFrom('device_filings')
      .select('item_id')
      .where('filing_id', '=', item.body.id)
      .executeTakeFirstOrThrow()
    return item_id
  }

  it('of a tablet that was switched off is confirmed, with the day on which it was handed over', async () => {
    test.clockAt('2026-02-27T16:00:00Z')
    const { tablet, deed, deviceId, administrationId } = await enrolledTablet(app, test.system)
    test.clockAt(MONDAY)
    await switchDevice(test.system.db, deed, deviceId, 'off')
    const item = tablet.take(SATURDAY)
    const itemId = await setAside(tablet, item)
    const visitor = await signedIn('responsable')
    await visitor.get('/personal/demo/casos')
    expect(visitor.page.text).toContain('está apartado y espera')
    await visitor.get(ASIDE)
    expect(visitor.page.text).toContain('La tableta está apagada')
    expect(visitor.page.text).not.toContain('La ventanilla cerró')
    await visitor.get(`${ASIDE}/${itemId}`)
    expect(visitor.page.text).toContain('La ventanilla cerró antes de la hora')
    expect(await htmlProblems(visitor.page.html)).toEqual([])
    const [look] = await listAuditLines(test.system.db, { administrationId })
    expect(look).toMatchObject({ action: 'looked_at_device_filing', details: { itemId } })
    await visitor.submit({}, { form: 'confirmacion' })
    expect(visitor.page.text).toContain('ya es un caso')
    const { number, token } = item.printed
    const followed = await followCase(test.system, number, token, new Date(MONDAY))
    const origin = await findOrigin(test.system.db, followed)
    expect(origin?.handedOverAt).toEqual(new Date(SATURDAY))
    expect(origin?.registeredBy).not.toBeNull()
    const again = await tablet.send(item, MONDAY)
    expect([again.status, again.body.caseNumber]).toEqual([200, followed.caseNumber])
    await visitor.get(`${ASIDE}/${itemId}`)
    expect(visitor.page.status).toBe(404)
  })

  it('because the rules refuse it is confirmed with the right kind, without the motive that is gone', async () => {
    const { tablet, administrationId } = await enrolledTablet(app, test.system)
    const item = tablet.take(MONDAY, { kind: 'unheard_of', motive: 'no_longer' })
    const itemId = await setAside(tablet, item)
    const visitor = await signedIn('jefatura')
    await visitor.get(`${ASIDE}/${itemId}`)
    expect(visitor.page.text).toContain(
      'Queda fuera, porque las reglas de hoy no lo aceptan: motivo',
    )
    await visitor.submit({}, { form: 'confirmacion' })
    expect(visitor.page.status).toBe(422)
    expect(visitor.page.text).toContain('Elija el tipo')
    await visitor.submit({ kind: 'complaint' }, { form: 'confirmacion' })
    expect(visitor.page.text).toContain('ya es un caso')
    const { caseNumber } = (await tablet.send(item, MONDAY)).body
    const filed = await findCase(test.system.db, { administrationId, caseNumber })
    expect(filed).toMatchObject({ kind: 'complaint', channel: 'tablet', motives: [] })
  })

  it('because it lacks what the rules ask for is completed in the fast form, with its own number and day', async () => {
    test.clockAt('2026-02-27T16:00:00Z')
    const { tablet } = await enrolledTablet(app, test.system)
    test.clockAt(MONDAY)
    const consents = { resultsTold: true }
    const item = tablet.take(SATURDAY, { person: undefined, kind: 'complaint', consents })
    const itemId = await setAside(tablet, item)
    const visitor = await signedIn('responsable')
    await visitor.get(`${ASIDE}/${itemId}`)
    expect(visitor.page.text).toContain('Revise: datos de la persona')
    await visitor.click('Completar en el formulario')
    expect(visitor.page.text).toContain(
      `${item.printed.number}, entregado el 28 de febrero de 2026`,
    )
    expect(await htmlProblems(visitor.page.html)).toEqual([])
    await visitor.submit({}, { form: 'registro' })
    expect(visitor.page.status).toBe(422)
    await visitor.submit({ names: 'Ana', need_hearing: 'yes' }, { form: 'registro' })
    expect(visitor.page.text).toContain('ya es un caso')
    const { number, token } = item.printed
    const followed = await followCase(test.system, number, token, new Date(MONDAY))
    expect(followed).toMatchObject({
      channel: 'tablet',
      summary: expect.stringContaining('La ventanilla cerró'),
    })
    const origin = await findOrigin(test.system.db, followed)
    expect(origin?.handedOverAt).toEqual(new Date(SATURDAY))
    await visitor.get(`/personal/demo/registrar?apartado=${itemId}`)
    expect(visitor.page.status).toBe(404)
  })

  it('is dismissed with a reason, and then nothing of it is left but the reason', async () => {
    const { tablet } = await enrolledTablet(app, test.system)
    const item = tablet.take(MONDAY, {}, {})
    const itemId = await setAside(tablet, { ...item, body: { ...item.body, keyId: '9' } })
    const visitor = await signedIn('responsable')
    await visitor.get(`${ASIDE}/${itemId}`)
    expect(visitor.page.text).toContain('No se puede abrir')
    await visitor.submit({ why: ' ' })
    expect(visitor.page.status).toBe(422)
    await visitor.submit({ why: 'No se abre con ninguna llave' })
    expect(visitor.page.text).toContain('quedó descartado')
    const row = await test.system.db
      .selectFrom('device_filings')
      .select(['outcome', 'sealed', 'dismissal'])
      .where('item_id', '=', itemId)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({
      outcome: 'dismissed',
      sealed: null,
      dismissal: 'No se abre con ninguna llave',
    })
  })
})

// last, since its clock moves on
describe('Staff of an office', () => {
  it('are warned when one is silent with something waiting', async () => {
    const { tablet } = await enrolledTablet(app, test.system, { name: 'La callada' })
    await tablet.contact(MONDAY, 3, 3)
    const visitor = await signedIn('responsable')
    await visitor.get(LIST)
    expect(visitor.page.text).toContain('3 mensajes')
    expect(visitor.page.text).not.toContain('Vaya a ver')
    test.clockAt('2026-03-03T17:00:00Z')
    const later = await signedIn('responsable')
    await later.get(LIST)
    expect(later.page.text).toContain('La callada: Guarda 3 mensajes sin enviar')
    await later.get('/personal/demo/casos')
    expect(later.page.text).toContain('Una tableta guarda mensajes')
  })
})
