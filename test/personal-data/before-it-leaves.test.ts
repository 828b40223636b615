import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Visitor } from '../support/visitor.ts'
import { assignToUnit } from '../cases/staff-at-work.ts'
import { caseOf, openDeskHouse, type DeskHouse, type Receipt } from '../cases/working/desk-house.ts'

const ASKED = '¿Debe ir esto en la respuesta?'
const ANOTHER = 'El lote es de quien tiene el DNI 45871236, dijo el catastro.'

let house: DeskHouse
let unit: Visitor
beforeAll(async () => {
  house = await openDeskHouse()
  unit = await house.signedIn('unidad2')
})
afterAll(() => house.close())

async function answering(body: string): Promise<Receipt> {
  const receipt = await house.file({ answerBy: 'none' })
  await assignToUnit(house.test.system, receipt.caseNumber)
  await unit.get(`${caseOf(receipt)}/aceptacion`)
  await unit.submit({}, { form: 'paso' })
  await unit.get(`${caseOf(receipt)}/respuesta`)
  await unit.submit({ outcome: 'upheld', body }, { form: 'paso', button: 'submit' })
  return receipt
}

const sendAgain = (more = {}) => unit.submit(more, { form: 'paso', button: 'submit' })

describe('An answer with the data of somebody else', () => {
  it('is held once, with what was found and why, and goes when it is sent again', async () => {
    const receipt = await answering(ANOTHER)
    expect(unit.page.status).toBe(200)
    expect(unit.page.text).toContain(ASKED)
    expect(unit.page.html).toContain('<mark>45871236</mark>')
    expect(unit.page.text).toContain('Va después de «DNI».')
    expect((await house.status(receipt)).state).toBe('in_analysis')

    await sendAgain()
    expect(unit.page.text).toContain('La respuesta espera aprobación.')
  })

  it('is held again for what was not pointed out yet, and for nothing else', async () => {
    await answering(ANOTHER)
    await sendAgain({ body: `${ANOTHER} Su correo es otro@correo.example.` })
    expect(unit.page.html).toContain('<mark>otro@correo.example</mark>')
    await sendAgain()
    expect(unit.page.text).toContain('La respuesta espera aprobación.')
  })

  it('shows it to whoever approves, beside the text', async () => {
    const receipt = await answering(ANOTHER)
    await sendAgain()
    const manager = await house.signedIn('responsable')
    await manager.get(`${caseOf(receipt)}/aprobacion`)
    expect(manager.page.text).toContain(ASKED)
    await manager.submit({}, { form: 'paso', button: 'approve' })
    expect((await house.status(receipt)).answer?.text).toBe(ANOTHER)
  })

  it('is kept as a draft without a question', async () => {
    const receipt = await answering('')
    await unit.submit({ body: ANOTHER }, { form: 'paso', button: 'save' })
    expect(unit.page.text).not.toContain(ASKED)
    expect(unit.page.html).toContain('45871236')
    expect((await house.status(receipt)).state).toBe('in_analysis')
  })
})

describe('An answer with the data of the person themselves', () => {
  it('is not held, and whoever approves is told mildly', async () => {
    const receipt = await answering('Le llamaremos, Ana Robles, al 5555551234.')
    expect(unit.page.text).toContain('La respuesta espera aprobación.')
    const manager = await house.signedIn('responsable')
    await manager.get(`${caseOf(receipt)}/aprobacion`)
    expect(manager.page.text).not.toContain(ASKED)
    expect(manager.page.text).toContain('Datos de la persona en el texto')
  })
})
