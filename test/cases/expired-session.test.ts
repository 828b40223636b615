import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { Visitor } from '../support/visitor.ts'
import { codesOn, complainUntil } from './filing/way.ts'
import { assignToUnit } from './staff-at-work.ts'
import { caseOf, openDeskHouse, type DeskHouse, type Receipt } from './working/desk-house.ts'

const WORDS = 'Tiene usted razón.\n\nDesde el lunes «hay» otra <ventanilla> & más personal.'

let house: DeskHouse
beforeAll(async () => {
  house = await openDeskHouse()
})
beforeEach(() => house.test.clockAt('2026-03-02T16:00:00Z'))
afterAll(() => house.close())

const signInAgain = (visitor: Visitor) =>
  visitor.submit({ email: 'unidad2@demo.example', password: 'libro-abierto-demo' })

async function beforeTheAnswer(): Promise<{ handler: Visitor; receipt: Receipt }> {
  const receipt = await house.file()
  await assignToUnit(house.test.system, receipt.caseNumber)
  const handler = await house.signedIn('unidad2')
  await handler.get(`${caseOf(receipt)}/respuesta`)
  return { handler, receipt }
}

describe('The draft of an answer, when the session ended while it was written', () => {
  it('comes back after signing in and is kept with one click', async () => {
    const { handler, receipt } = await beforeTheAnswer()
    house.test.clockAt('2026-03-02T17:00:00Z')
    await handler.submit({ outcome: 'upheld', body: WORDS }, { form: 'paso', button: 'save' })
    expect(handler.page.status).toBe(401)
    expect(handler.page.text).toContain('no perdió lo que escribió')
    await signInAgain(handler)
    expect(handler.page.heading).toBe('Aquí está lo que escribió')
    await handler.submit({}, { form: '/respuesta', button: 'Enviar lo que escribí' })
    expect(handler.page.text).toContain('El borrador quedó guardado')
    await handler.get(`${caseOf(receipt)}/respuesta`)
    const values = new Map(handler.page.forms.flatMap((form) => form.values))
    expect([values.get('outcome'), values.get('body')]).toEqual(['upheld', WORDS])
  })

  it('is not sent to approval in place of being kept, nor lost when the case moved meanwhile', async () => {
    const { handler, receipt } = await beforeTheAnswer()
    house.test.clockAt('2026-03-02T17:00:00Z')
    await handler.submit({ outcome: 'upheld', body: WORDS }, { form: 'paso', button: 'submit' })
    const manager = await house.signedIn('responsable')
    await manager.get(`${caseOf(receipt)}/nota`)
    await manager.submit({ reason: 'Cuidado con la fecha.' }, { form: 'paso' })
    await signInAgain(handler)
    await handler.submit({}, { form: '/respuesta', button: 'Enviar lo que escribí' })
    expect(handler.page.status).toBe(409)
    expect(handler.page.text).toContain('Cuidado con la fecha.')
    expect((await house.status(receipt)).state).toBe('assigned')
    await handler.submit({}, { form: 'paso', button: 'submit' })
    expect(handler.page.text).toContain('La respuesta espera aprobación.')
    expect((await house.status(receipt)).state).toBe('response_drafted')
  })

  it('that was kept before stands there on another day', async () => {
    const { handler, receipt } = await beforeTheAnswer()
    await handler.submit({ outcome: 'upheld', body: WORDS }, { form: 'paso', button: 'save' })
    house.test.clockAt('2026-03-05T16:00:00Z')
    const later = await house.signedIn('unidad2')
    await later.get(`${caseOf(receipt)}/respuesta`)
    expect(later.page.forms.flatMap(({ values }) => values)).toContainEqual(['body', WORDS])
  })
})

describe('A filing in progress', () => {
  it('stands for days in the same browser, without any session to end', async () => {
    const visitor = await complainUntil(house.app, 'revise')
    house.test.clockAt('2026-03-04T16:00:00Z')
    await visitor.get('/demo/nuevo/revise')
    expect(visitor.page.text).toContain('Esperé tres horas y nadie me atendió.')
    await visitor.submit({})
    expect(codesOn(visitor.page).number).toMatch(/^DEMO-2026-\d{6}$/)
  })

  it.each([
    ['donde', { centre: 'norte', place: 'Junto a la puerta <azul>' }, 'Junto a la puerta'],
    ['quien', { names: 'María de la Luz', firstSurname: 'Ñúñez' }, 'María de la Luz'],
  ])('whose browser forgot it shows what was typed on «%s»', async (address, fields, kept) => {
    const visitor = await complainUntil(house.app, address as 'donde' | 'quien')
    const form = visitor.page.forms.find(({ method }) => method === 'post')
    const sent = Object.fromEntries(form?.values ?? [])
    const forgetful = new Visitor(house.app, { 'sec-fetch-site': 'same-origin' })
    await forgetful.post(`/demo/nuevo/${address}`, { ...sent, ...fields })
    expect(forgetful.page.status).toBe(403)
    expect(forgetful.page.text).toContain('Aquí está lo que escribió')
    expect(forgetful.page.html).toContain(kept)
  })
})
