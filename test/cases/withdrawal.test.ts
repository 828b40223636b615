import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { findCase } from '../../src/cases/case-store.ts'
import { listClocks } from '../../src/deadlines/index.ts'
import type { Visitor } from '../support/visitor.ts'
import { follow } from './follow/followed-case.ts'
import { answerCase, asStaff, assignToUnit, draftAnswer } from './staff-at-work.ts'
import { caseOf, openDeskHouse, type DeskHouse, type Receipt } from './working/desk-house.ts'

const WHY = 'Ya me lo resolvieron en la ventanilla.'
const BY_POST = {
  answerBy: 'post',
  person: { names: 'Ana', firstSurname: 'Robles', address: 'Calle 1' },
}

let house: DeskHouse
let manager: Visitor
beforeAll(async () => {
  house = await openDeskHouse()
  manager = await house.signedIn('responsable')
})
afterAll(() => house.close())

async function withdraw(receipt: Receipt, reason = WHY): Promise<Visitor> {
  const person = await follow(house.app, receipt)
  await person.get(`/seguimiento/${receipt.caseNumber}/retiro`)
  await person.submit({ reason })
  return person
}

async function itemOf({ caseNumber }: Receipt) {
  const { ref } = await asStaff(house.test.system, 'responsable', caseNumber)
  const item = await findCase(house.test.system.db, ref)
  if (!item) throw new Error('no case')
  return item
}

const deskOf = async (visitor: Visitor, view: string) =>
  (await visitor.get(`/personal/demo/casos?vista=${view}`)).text

describe('A case that its person withdraws', () => {
  it('is over for the person, who may file again', async () => {
    const receipt = await house.file()
    const { page } = await withdraw(receipt)
    expect(page.heading).toBe('Usted retiró su caso')
    expect(page.text).toContain(WHY)
    expect(page.text).not.toContain('a más tardar')
    const actions = page.links.map(({ href }) => href).filter((href) => href.includes('/retiro'))
    expect(actions).toEqual([])
    expect(await house.status(receipt)).toMatchObject({ state: 'archived' })
  })

  it('leaves the desks of open work and stands among what ended, with its reason', async () => {
    const receipt = await house.file()
    expect(await deskOf(manager, 'unassigned')).toContain(receipt.caseNumber)
    await withdraw(receipt)
    for (const view of ['unassigned', 'open', 'due_soon', 'overdue']) {
      expect(await deskOf(manager, view)).not.toContain(receipt.caseNumber)
    }
    expect(await deskOf(manager, 'ended')).toContain(receipt.caseNumber)
    await manager.get(caseOf(receipt))
    expect(manager.page.text).toContain('La persona retiró el caso')
    expect(manager.page.text).toContain(WHY)
    const next = manager.page.links.filter(({ href }) => href.startsWith(`${caseOf(receipt)}/`))
    expect(next.map(({ text }) => text)).toEqual(['Conservar como prueba', 'Elegir de la lista'])
  })

  it('has no clock any more, also when it waited for the person and was late', async () => {
    const receipt = await house.file()
    await manager.get(`${caseOf(receipt)}/correccion`)
    await manager.submit({ reason: '¿Dónde fue?' }, { form: 'paso' })
    await withdraw(receipt)
    const item = await itemOf(receipt)
    const clocks = await listClocks(house.test.system.db, item)
    expect(clocks.filter(({ stoppedAt }) => stoppedAt === null)).toEqual([])
    expect(item).toMatchObject({ isOpen: false, overdue: false, clockSuspended: false })
    await manager.get(caseOf(receipt))
    expect(manager.page.text).not.toContain('En pausa')
  })

  it('is told to who has it: the handler, else the responsible', async () => {
    const untouched = await house.file()
    await house.letters()
    await withdraw(untouched)
    expect((await house.letters()).map(({ to }) => to?.[0]?.address)).toEqual([
      'responsable@demo.example',
    ])
    const drafted = await house.file()
    await assignToUnit(house.test.system, drafted.caseNumber)
    await draftAnswer(house.test.system, drafted.caseNumber)
    await house.letters()
    await withdraw(drafted)
    const letters = await house.letters()
    expect(letters.map(({ to }) => to?.[0]?.address)).toEqual(['unidad2@demo.example'])
    expect(letters[0]?.text).not.toContain(WHY)
  })

  it('with a draft waiting no longer waits for approval', async () => {
    const receipt = await house.file()
    await assignToUnit(house.test.system, receipt.caseNumber)
    await draftAnswer(house.test.system, receipt.caseNumber)
    await withdraw(receipt, '')
    expect(await deskOf(manager, 'to_approve')).not.toContain(receipt.caseNumber)
    expect((await manager.get(`${caseOf(receipt)}/aprobacion`)).status).toBe(403)
    await manager.get(caseOf(receipt))
    const [now] = manager.page.text.split('Tiempo en cada estado')
    expect(now).not.toContain('Por aprobar')
    expect(manager.page.text).not.toContain('espera aprobación')
  })

  it('keeps the answer that was ready from leaving, whoever sends it', async () => {
    const receipt = await house.file(BY_POST)
    await answerCase(house.test.system, receipt.caseNumber)
    await withdraw(receipt)
    expect(await deskOf(manager, 'to_deliver')).not.toContain(receipt.caseNumber)
    expect((await manager.get(`${caseOf(receipt)}/entrega`)).status).toBe(403)

    const byMail = await house.file()
    await answerCase(house.test.system, byMail.caseNumber)
    await withdraw(byMail)
    const letters = await house.letters()
    expect(letters.map(({ text }) => text).join()).not.toContain('Le pedimos disculpas')
    expect((await house.status(byMail)).answer).toBeUndefined()
    expect((await house.status(byMail)).state).toBe('archived')
  })

  it('is not withdrawn once it was answered', async () => {
    const receipt = await house.file({ answerBy: 'none' })
    await answerCase(house.test.system, receipt.caseNumber)
    const person = await follow(house.app, receipt)
    await person.get(`/seguimiento/${receipt.caseNumber}/retiro`)
    expect(person.page.path).toBe(`/seguimiento/${receipt.caseNumber}`)
    expect((await house.status(receipt)).state).toBe('notified')
  })
})
