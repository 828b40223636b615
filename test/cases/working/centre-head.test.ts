import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Visitor } from '../../support/visitor.ts'
import { getBookRules } from '../../../src/administrations/index.ts'
import { assignCase } from '../../../src/cases/actions/assign-case.ts'
import { asStaff, assignToUnit } from '../staff-at-work.ts'
import { caseOf, openDeskHouse, type DeskHouse, type Receipt } from './desk-house.ts'

const HEAD = 'jefatura@demo.example'
const WORDS = 'Tiene usted razón. Perdone.'

/** Úrsula of the unit also serves at the centre's counter: she is of the centre's staff. */
function withUnitAtCounter(file: string): string {
  const grants = '      - { role: unit_handler, unit: ingresos }\n'
  return file.replace(grants, `${grants}      - { role: site_officer, centre: centro }\n`)
}

let house: DeskHouse
let head: Visitor
beforeAll(async () => {
  house = await openDeskHouse({ change: withUnitAtCounter })
  head = await house.signedIn('jefatura')
})
afterAll(() => house.close())

async function draftBy(visitor: Visitor, receipt: Receipt): Promise<void> {
  await visitor.get(`${caseOf(receipt)}/respuesta`)
  await visitor.submit({ outcome: 'upheld', body: WORDS }, { form: 'paso', button: 'submit' })
}

async function draftedInUnit(more: object = {}): Promise<Receipt> {
  const receipt = await house.file(more)
  await assignToUnit(house.test.system, receipt.caseNumber)
  await draftBy(await house.signedIn('unidad2'), receipt)
  return receipt
}

const told = async () => (await house.letters()).map(({ to }) => to?.[0]?.address)

describe('The head of a centre to whom approval was delegated', () => {
  it('is told of a draft, approves it, and the person has the answer', async () => {
    const receipt = await draftedInUnit()
    expect(await told()).toContain(HEAD)
    await head.get(`${caseOf(receipt)}/aprobacion`)
    expect(head.page.text).toContain(WORDS)
    await head.submit({}, { form: 'paso', button: 'approve' })
    expect(head.page.text).toContain('La respuesta se aprobó y va en camino.')
    await house.letters()
    expect((await house.status(receipt)).answer?.text).toBe(WORDS)
  })

  it('returns a draft with comments', async () => {
    const receipt = await draftedInUnit()
    await head.get(`${caseOf(receipt)}/aprobacion`)
    await head.submit({ comment: 'Diga cuándo.' }, { form: 'paso', button: 'return' })
    expect(head.page.text).toContain('volvió a quien la escribió')
    expect(await told()).toContain('unidad2@demo.example')
  })

  it('never approves a draft of their own, forged or not; somebody else does', async () => {
    const receipt = await house.file()
    await assignToUnit(house.test.system, receipt.caseNumber)
    await draftBy(head, receipt)
    expect(head.page.text).toContain('La respuesta espera aprobación.')
    await head.get(`${caseOf(receipt)}/aprobacion`)
    const form = head.page.forms.find(({ id }) => id.includes('paso'))
    expect(form?.buttons.map(({ value }) => value)).toEqual(['return'])
    const sent = Object.fromEntries(form?.values ?? [])
    await head.post(`${caseOf(receipt)}/aprobacion`, { ...sent, decision: 'approve' })
    expect(head.page.status).toBe(409)
    expect((await house.status(receipt)).state).toBe('response_drafted')

    const manager = await house.signedIn('responsable')
    await manager.get(`${caseOf(receipt)}/aprobacion`)
    await manager.submit({}, { form: 'paso', button: 'approve' })
    expect((await house.status(receipt)).state).toBe('response_issued')
  })

  it('has no say over the draft of a unit that is not of the centre', async () => {
    const receipt = await house.file({ service: 'agua-drenaje' })
    const { system } = house.test
    const agua = (await getBookRules(system, 'demo', system.clock())).units.find(
      ({ slug }) => slug === 'agua',
    )
    await assignCase(
      system,
      await asStaff(system, 'responsable', receipt.caseNumber),
      { unitId: agua?.unitId ?? '', handlerId: null },
      system.clock(),
    )
    await told()
    await draftBy(await house.signedIn('unidad'), receipt)
    expect(await told()).not.toContain(HEAD)
    expect((await head.get(caseOf(receipt))).html).not.toContain('/aprobacion')
    expect((await head.get(`${caseOf(receipt)}/aprobacion`)).status).toBe(403)

    const manager = await house.signedIn('responsable')
    await manager.get(`${caseOf(receipt)}/aprobacion`)
    await manager.submit({}, { form: 'paso', button: 'approve' })
    expect((await house.status(receipt)).state).toBe('response_issued')
  })

  it('has no say over cases of another centre', async () => {
    const receipt = await draftedInUnit({ centre: 'norte' })
    expect((await head.get(`${caseOf(receipt)}/aprobacion`)).status).toBe(404)
  })
})

describe('Where the administration does not delegate approval', () => {
  beforeAll(async () => {
    await house.close()
    house = await openDeskHouse({
      change: (file) =>
        withUnitAtCounter(file).replace('headApproves: true', 'headApproves: false'),
    })
    head = await house.signedIn('jefatura')
  })

  it('the head is not told of drafts, reads the case and cannot approve', async () => {
    const receipt = await draftedInUnit()
    expect(await told()).not.toContain(HEAD)
    expect((await head.get(caseOf(receipt))).status).toBe(200)
    expect(head.page.html).not.toContain('/aprobacion')
    expect((await head.get(`${caseOf(receipt)}/aprobacion`)).status).toBe(403)
  })
})
