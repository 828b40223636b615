import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { askForReview } from '../../../src/cases/actions/answer-back.ts'
import { findCase } from '../../../src/cases/case-store.ts'
import { caseDeadlineWatch } from '../../../src/cases/deadline-watch.ts'
import { listClocks, watchDeadlines } from '../../../src/deadlines/index.ts'
import type { Visitor } from '../../support/visitor.ts'
import { answerCase, asStaff, assignToUnit } from '../staff-at-work.ts'
import { caseOf, openDeskHouse, type DeskHouse, type Receipt } from './desk-house.ts'

const BY_POST = {
  answerBy: 'post',
  person: { names: 'Ana', firstSurname: 'Robles', address: 'Calle 1' },
}
const WORDS = 'La vamos a poner en marcha en abril.'

let house: DeskHouse
let manager: Visitor
let unitHead: Visitor
beforeAll(async () => {
  house = await openDeskHouse()
  manager = await house.signedIn('responsable')
  unitHead = await house.signedIn('jefaunidad')
})
afterAll(() => house.close())

const openForm = (visitor: Visitor, receipt: Receipt, path: string) =>
  visitor.get(`${caseOf(receipt)}/${path}`)

const send = (visitor: Visitor, fields: Record<string, string>, button?: string) =>
  visitor.submit(fields, { form: 'paso', ...(button && { button }) })

async function inUnit(more: object): Promise<Receipt> {
  const receipt = await house.file({ answerBy: 'none', ...more })
  await assignToUnit(house.test.system, receipt.caseNumber)
  await openForm(unitHead, receipt, 'aceptacion')
  await send(unitHead, {})
  return receipt
}

describe('A suggestion', () => {
  it('is decided by the head of the unit alone, with reasons', async () => {
    const receipt = await inUnit({ kind: 'suggestion' })
    await openForm(unitHead, receipt, 'decision')
    await send(unitHead, { outcome: 'adopted', body: WORDS }, 'decide')
    expect(unitHead.page.text).toContain('Respuesta decidida: La adoptamos')
    expect(await house.status(receipt)).toMatchObject({
      state: 'notified',
      answer: { outcome: 'adopted', text: WORDS },
    })
    await unitHead.get(caseOf(receipt))
    expect(unitHead.page.text).not.toContain('borrador')
  })

  it('is not decided without an outcome, and the words stay', async () => {
    const receipt = await inUnit({ kind: 'suggestion' })
    await openForm(unitHead, receipt, 'decision')
    await send(unitHead, { body: WORDS }, 'decide')
    expect(unitHead.page.status).toBe(422)
    expect(unitHead.page.text).toContain('Elija un resultado.')
    expect(unitHead.page.html).toContain(WORDS)
    expect((await house.status(receipt)).state).toBe('in_analysis')
  })

  it('is not decided by whoever only works on it', async () => {
    const receipt = await inUnit({ kind: 'suggestion' })
    const handler = await house.signedIn('unidad2')
    expect((await openForm(handler, receipt, 'decision')).status).toBe(403)
  })
})

describe.each([
  ['need', 'adopted', 'La atendemos'],
  ['need', 'passed_to_improvement', 'Pasa al equipo de mejora'],
  ['observation', 'considered', 'La tomamos en cuenta'],
])('A %s', (kind, outcome, label) => {
  it(`ends as ${outcome}, drafted by one and approved by another`, async () => {
    const receipt = await inUnit({ kind })
    await openForm(unitHead, receipt, 'respuesta')
    await send(unitHead, { outcome, body: WORDS }, 'submit')
    expect(unitHead.page.text).toContain('La respuesta espera aprobación.')
    await openForm(manager, receipt, 'aprobacion')
    await send(manager, {}, 'approve')
    expect(await house.status(receipt)).toMatchObject({
      state: 'notified',
      answer: { outcome, outcomeLabel: label, text: WORDS },
    })
  })

  it('has no outcome of another kind', async () => {
    const receipt = await inUnit({ kind })
    await openForm(unitHead, receipt, 'respuesta')
    expect(unitHead.page.html).not.toContain('value="upheld"')
    await send(unitHead, { outcome: 'upheld', body: WORDS }, 'submit')
    expect(unitHead.page.status).toBe(422)
    expect(unitHead.page.text).toContain('Elija un resultado de la lista.')
    expect(unitHead.page.html).toContain(WORDS)
  })
})

describe('A delivery by hand', () => {
  const PROOF = 'Guía 8831, recibió Ana Robles.'

  it.each([
    ['post', 'Carta'],
    ['pickup', 'En la oficina'],
  ])(
    'by %s is recorded with its proof, and the person then has the answer',
    async (method, said) => {
      const receipt = await house.file({ ...BY_POST, answerBy: method })
      await answerCase(house.test.system, receipt.caseNumber)
      expect((await house.status(receipt)).answer).toBeUndefined()
      await manager.get('/personal/demo/casos?vista=to_deliver')
      expect(manager.page.text).toContain(receipt.caseNumber)
      await openForm(manager, receipt, 'entrega')
      await send(manager, { result: 'delivered', proof: PROOF })
      expect(manager.page.text).toContain(`${said}: entregada`)
      expect(manager.page.text).toContain(PROOF)
      const status = await house.status(receipt)
      expect([status.state, status.answer?.outcome]).toEqual(['notified', 'upheld'])
      expect(JSON.stringify(status)).not.toContain('8831')
    },
  )

  it('that failed stays to be tried again, and the person may read the answer meanwhile', async () => {
    const receipt = await house.file(BY_POST)
    await answerCase(house.test.system, receipt.caseNumber)
    await openForm(manager, receipt, 'entrega')
    await send(manager, { result: 'failed', proof: 'No vive ahí.' })
    expect(manager.page.text).toContain('no se pudo entregar')
    const status = await house.status(receipt)
    expect([status.state, status.answer?.outcome]).toEqual(['response_issued', 'upheld'])
    await openForm(manager, receipt, 'entrega')
    await send(manager, { method: 'pickup', result: 'delivered', proof: 'Vino ella.' })
    expect((await house.status(receipt)).state).toBe('notified')
  })

  it('needs its result and its proof', async () => {
    const receipt = await house.file(BY_POST)
    await answerCase(house.test.system, receipt.caseNumber)
    await openForm(manager, receipt, 'entrega')
    await send(manager, { proof: PROOF })
    expect(manager.page.status).toBe(422)
    expect(manager.page.text).toContain('Diga si la recibió.')
    expect(manager.page.html).toContain(PROOF)
    await send(manager, { result: 'delivered', proof: '' })
    expect(manager.page.text).toContain('Escriba la constancia')
    expect((await house.status(receipt)).state).toBe('response_issued')
  })

  it('that a colleague recorded already is not recorded twice', async () => {
    const receipt = await house.file(BY_POST)
    await answerCase(house.test.system, receipt.caseNumber)
    const deputy = await house.signedIn('alterno')
    await openForm(manager, receipt, 'entrega')
    await openForm(deputy, receipt, 'entrega')
    await send(deputy, { result: 'delivered', proof: 'La llevé yo.' })
    await send(manager, { result: 'failed', proof: PROOF })
    expect(manager.page.status).toBe(409)
    expect(manager.page.html).toContain(PROOF)
    expect((await house.status(receipt)).state).toBe('notified')
  })
})

async function runningClocks(receipt: Receipt): Promise<string[]> {
  const { system } = house.test
  const { ref } = await asStaff(system, 'responsable', receipt.caseNumber)
  const item = await findCase(system.db, ref)
  const clocks = item ? await listClocks(system.db, item) : []
  return clocks.filter(({ stoppedAt }) => stoppedAt === null).map(({ step }) => step)
}

describe('Closing', () => {
  it('ends an answered case and its clocks, and the answer stays', async () => {
    const receipt = await house.file({ answerBy: 'none' })
    await answerCase(house.test.system, receipt.caseNumber)
    await openForm(manager, receipt, 'cierre')
    await send(manager, {})
    expect(manager.page.text).toContain('Cerrado')
    const status = await house.status(receipt)
    expect([status.state, status.answer?.outcome]).toEqual(['closed', 'upheld'])
    expect(await runningClocks(receipt)).toEqual([])
  })

  it('is for answered cases only', async () => {
    const receipt = await house.file()
    expect((await openForm(manager, receipt, 'cierre')).status).toBe(403)
  })

  it('waits while the person asks for a review, and its click is not lost on a moved case', async () => {
    const { system } = house.test
    const receipt = await house.file({ answerBy: 'none' })
    await answerCase(system, receipt.caseNumber)
    await openForm(manager, receipt, 'cierre')
    const { ref } = await asStaff(system, 'responsable', receipt.caseNumber)
    await askForReview(system, ref, 'No es cierto.', system.clock())
    await send(manager, {})
    expect(manager.page.status).toBe(409)
    expect((await house.status(receipt)).state).toBe('notified')
    expect((await openForm(manager, receipt, 'cierre')).status).toBe(403)

    await openForm(manager, receipt, 'reapertura')
    await send(manager, { decision: 'decline_review', reason: 'Lo revisamos todo.' })
    expect(await runningClocks(receipt)).toEqual(['close'])
    house.test.clockAt('2026-03-30T16:00:00Z')
    await watchDeadlines(system.db, system.clock(), caseDeadlineWatch(system))
    expect((await house.status(receipt)).state).toBe('closed')
    house.test.clockAt('2026-03-02T16:00:00Z')
  })
})
