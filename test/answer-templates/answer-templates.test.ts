import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { assignToUnit } from '../cases/staff-at-work.ts'
import { caseOf, openDeskHouse, type DeskHouse, type Receipt } from '../cases/working/desk-house.ts'
import type { Visitor } from '../support/visitor.ts'

const PAGE = '/personal/demo/plantillas'
const BODY =
  'Recibimos su queja el {{fecha_de_presentación}}.\n\n{{si resultado = Tiene razón}}Tiene razón: {{motivo}}.{{fin}}'

let house: DeskHouse
let manager: Visitor
let unit: Visitor
beforeAll(async () => {
  house = await openDeskHouse()
  manager = await house.signedIn('responsable')
  unit = await house.signedIn('unidad2')
  await manager.get(`${PAGE}/nueva`)
  await write({ name: 'Queja fundada', body: BODY, kinds: ['complaint'] })
})
afterAll(() => house.close())

const write = (fields: Record<string, string | string[]>, button = 'save') =>
  manager.submit(fields, { form: 'template', button })

async function openAnswer(): Promise<Receipt> {
  const receipt = await house.file({ answerBy: 'none' })
  await assignToUnit(house.test.system, receipt.caseNumber)
  await unit.get(`${caseOf(receipt)}/aceptacion`)
  await unit.submit({}, { form: 'paso' })
  await unit.get(`${caseOf(receipt)}/respuesta`)
  return receipt
}

const idOnPage = () => /<option value="([0-9a-f-]{36})"/.exec(unit.page.html)?.[1] ?? ''

describe('An answer that begins with a template', () => {
  it('keeps what was typed, fills what the case knows and leaves the rest to the writer', async () => {
    const receipt = await openAnswer()
    const plantilla = idOnPage()
    await unit.submit(
      { plantilla, body: 'Buenos días:', outcome: 'upheld' },
      { form: 'paso', button: 'plantilla' },
    )
    expect(unit.page.html).toContain(
      'Buenos días:\n\nRecibimos su queja el 2 de marzo de 2026.\n\nTiene razón: {{motivo}}.',
    )
    expect(unit.page.text).toContain('Complete lo que está entre llaves: {{motivo}}.')

    await unit.submit({}, { form: 'paso', button: 'submit' })
    expect(unit.page.status).toBe(422)
    expect(unit.page.text).toContain('Complete lo que quedó entre llaves: {{motivo}}.')
    expect((await house.status(receipt)).state).toBe('in_analysis')

    await unit.submit({ body: 'Cerramos antes de la hora.' }, { form: 'paso', button: 'submit' })
    expect(unit.page.text).toContain('La respuesta espera aprobación.')
    await manager.get(PAGE)
    expect(manager.page.text).toContain('Se usó una vez, el 2 mar 2026.')
  })

  it('asks for the outcome where the text depends on it', async () => {
    await openAnswer()
    await unit.submit({ plantilla: idOnPage() }, { form: 'paso', button: 'plantilla' })
    expect(unit.page.text).toContain('Elija antes el resultado')
    expect(unit.page.html).not.toContain('Recibimos su queja')
  })

  it('has none of another kind', async () => {
    const receipt = await house.file({ kind: 'need', answerBy: 'none' })
    await assignToUnit(house.test.system, receipt.caseNumber)
    await unit.get(`${caseOf(receipt)}/aceptacion`)
    await unit.submit({}, { form: 'paso' })
    await unit.get(`${caseOf(receipt)}/respuesta`)
    expect(unit.page.html).not.toContain('Queja fundada')
  })
})

describe('A template', () => {
  it('is seen with a sample case before it is kept', async () => {
    await manager.get(`${PAGE}/nueva`)
    await write({ name: 'Otra', body: 'Desde {{centro}}, por {{motivo}}.' }, 'look')
    expect(manager.page.text).toContain('Desde Módulo del Mercado, por {{motivo}}.')
    expect(manager.page.text).toContain('Lo completa quien responde: {{motivo}}.')
    await manager.get(PAGE)
    expect(manager.page.text).not.toContain('Otra')
  })

  it('with a part that never ends is not kept, and its words stay', async () => {
    await manager.get(`${PAGE}/nueva`)
    await write({ name: 'Rota', body: 'Uno {{si canal = Papel}} dos' })
    expect(manager.page.status).toBe(422)
    expect(manager.page.text).toContain('A una parte le falta su «fin»')
    expect(manager.page.html).toContain('Uno {{si canal = Papel}} dos')
  })

  it('that was withdrawn can be brought back, with how often it was used', async () => {
    await manager.get(PAGE)
    await manager.click('Queja fundada')
    await manager.submit({}, { form: 'retiro' })
    expect(manager.page.text).not.toContain('Queja fundada')
    await manager.get('/personal/demo/cambios')
    await manager.submit({}, { form: 'cambios' })
    await manager.get(PAGE)
    expect(manager.page.text).toContain('Queja fundada')
    expect(manager.page.text).toContain('Se usó una vez')
  })

  it('is read and not written by those who answer', async () => {
    await unit.get(PAGE)
    expect(unit.page.text).toContain('Queja fundada')
    expect(unit.page.text).not.toContain('Escribir una plantilla')
    expect((await unit.get(`${PAGE}/nueva`)).status).toBe(404)
  })
})
