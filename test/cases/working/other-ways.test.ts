import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { askForReview, correctCase } from '../../../src/cases/actions/answer-back.ts'
import { ANA, caseOf, openDeskHouse, type DeskHouse, type Receipt } from './desk-house.ts'
import { answerCase, asStaff } from '../staff-at-work.ts'
import type { Visitor } from '../../support/visitor.ts'

let house: DeskHouse
let manager: Visitor
beforeAll(async () => {
  house = await openDeskHouse()
})
beforeEach(async () => {
  manager = await house.signedIn('responsable')
})
afterAll(() => house.close())

async function send(receipt: Receipt, path: string, fields: Record<string, string>) {
  await manager.get(`${caseOf(receipt)}/${path}`)
  return manager.submit(fields, { form: 'paso' })
}

const ref = async ({ caseNumber }: Receipt) =>
  (await asStaff(house.test.system, 'responsable', caseNumber)).ref

describe('What is not answered at once', () => {
  it('goes to a named receiver with its number', async () => {
    const receipt = await house.file()
    await send(receipt, 'traslado', {
      body: 'Instituto del Agua',
      number: 'IA-7',
      reason: 'Es suyo.',
    })
    expect(manager.page.text).toContain('Instituto del Agua')
    expect(await house.status(receipt)).toMatchObject({ state: 'transferred' })
  })

  it('joins the oldest case, and never a newer one', async () => {
    const older = await house.file()
    house.test.clockAt('2026-03-02T16:05:00Z')
    const newer = await house.file()
    await send(older, 'acumulacion', { caseNumber: newer.caseNumber, reason: 'Lo mismo.' })
    expect(manager.page).toMatchObject({ status: 422 })
    expect(manager.page.text).toContain('Ese caso es más nuevo')
    await send(newer, 'acumulacion', { caseNumber: older.caseNumber, reason: 'Lo mismo.' })
    expect(manager.page.text).toContain(`Sigue a ${older.caseNumber}`)
    expect((await house.status(newer)).state).toBe('consolidated')
  })

  it('is a duplicate only of what was answered', async () => {
    const first = await house.file({ answerBy: 'none' })
    const second = await house.file()
    await send(second, 'duplicado', { caseNumber: first.caseNumber, reason: 'Ya se lo dijimos.' })
    expect(manager.page.text).toContain('Ese caso todavía no se ha respondido')
    await answerCase(house.test.system, first.caseNumber)
    await send(second, 'duplicado', { caseNumber: first.caseNumber, reason: 'Ya se lo dijimos.' })
    expect((await house.status(second)).state).toBe('archived')
  })
})

describe('An answer', () => {
  it('that the mail server refuses waits to be handed over, which somebody records', async () => {
    const receipt = await house.file()
    await house.letters()
    house.mailbox.refuse(ANA)
    await answerCase(house.test.system, receipt.caseNumber)
    await house.letters()
    house.mailbox.refuse(null)
    await manager.get(caseOf(receipt))
    expect(manager.page.text).toContain('Correo electrónico: no se pudo entregar')
    expect((await house.status(receipt)).state).toBe('response_issued')
    await send(receipt, 'entrega', { method: 'pickup', result: 'delivered', proof: 'Firmó Ana.' })
    expect(manager.page.text).toContain('En la oficina: entregada')
    expect((await house.status(receipt)).state).toBe('notified')
  })

  it('is looked at again when the person asks, and stands or is worked on anew', async () => {
    const now = house.test.system.clock()
    const receipt = await house.file({ answerBy: 'none' })
    await answerCase(house.test.system, receipt.caseNumber)
    await askForReview(house.test.system, await ref(receipt), 'No es cierto.', now)
    await send(receipt, 'reapertura', { decision: 'decline_review', reason: 'Lo revisamos todo.' })
    expect(manager.page.text).toContain('la respuesta se mantiene')
    const letters = (await house.letters()).filter(({ to }) => to?.[0]?.address === ANA)
    expect(letters.map(({ text }) => text).join()).toContain('Lo revisamos todo.')
    await askForReview(house.test.system, await ref(receipt), 'Traigo pruebas.', now)
    await send(receipt, 'reapertura', { decision: 'reopen', reason: 'Hay pruebas nuevas.' })
    expect((await house.status(receipt)).state).toBe('in_analysis')
  })
})

describe('A case that lacks something', () => {
  it('waits for the person, and the date moves by the days of waiting', async () => {
    const receipt = await house.file()
    await send(receipt, 'correccion', { reason: '¿En qué ventanilla fue?' })
    expect(manager.page.text).toContain('El plazo queda en pausa')
    expect(manager.page.text).toContain('En pausa')
    expect((await manager.get(`${caseOf(receipt)}/vencimiento`)).status).toBe(403)
    house.test.clockAt('2026-03-04T16:00:00Z')
    const reply = { text: 'En la dos.', attachmentIds: [] }
    await correctCase(house.test.system, await ref(receipt), reply, house.test.system.clock())
    const status = await house.status(receipt)
    expect(status).toMatchObject({ state: 'in_triage', dueOn: '2026-03-25' })
    // the session ended meanwhile
    manager = await house.signedIn('responsable')
    await manager.get(caseOf(receipt))
    expect(manager.page.text).toContain('En la dos.')
    expect(manager.page.links.some(({ text }) => text === 'Pedir un dato')).toBe(false)
  })
})
