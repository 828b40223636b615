import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { rateCase } from '../../../src/cases/actions/answer-back.ts'
import { listAuditLines } from '../../../src/audit/index.ts'
import { verifyBook } from '../../../src/cases/index.ts'
import { getAdministrationBySlug } from '../../../src/administrations/index.ts'
import { ANA, caseOf, openDeskHouse, type DeskHouse, type Receipt } from './desk-house.ts'
import type { Visitor } from '../../support/visitor.ts'

let house: DeskHouse
let manager: Visitor
let handler: Visitor

beforeAll(async () => {
  house = await openDeskHouse()
  manager = await house.signedIn('responsable')
  handler = await house.signedIn('unidad2')
})
afterAll(() => house.close())

describe('A complaint', () => {
  let receipt: Receipt

  it('is read by the responsible as the person wrote it', async () => {
    receipt = await house.file()
    const page = await manager.get(`${caseOf(receipt)}?lista=vista%3Dunassigned`)
    expect(page).toMatchObject({ status: 200, heading: `Queja ${receipt.caseNumber}` })
    expect(page.html).toContain(
      'Esperé tres horas en la fila.\nNadie me atendió &amp; &lt;b&gt;me fui&lt;/b&gt;.',
    )
    expect(page.text).toContain('Ana Robles')
    expect(page.text).toContain('Lo demás va a la unidad que da el servicio')
    expect(page.text).toContain('23 de marzo de 2026')
    expect(page.links.map(({ text }) => text)).toContain('Asignar')
  })

  it('goes to the unit and the person that are suggested', async () => {
    await manager.click('Asignar')
    expect(manager.page.heading).toContain('Asignar el caso')
    expect(manager.page.text).toContain('sugerencia: es quien tiene menos casos')
    await manager.submit({}, { form: 'paso' })
    expect(manager.page.path).toBe(`${caseOf(receipt)}?hecho=asignado&lista=vista%3Dunassigned`)
    expect(manager.page.text).toContain('El caso quedó asignado.')
    expect(manager.page.text).toContain('Úrsula Ibáñez Ríos')
    const letters = await house.letters()
    expect(letters.map(({ to }) => to?.[0]?.address)).toContain('unidad2@demo.example')
  })

  it('is taken and answered by the unit, and the draft is kept on the way', async () => {
    await handler.get(caseOf(receipt))
    await handler.click('Tomar el caso')
    await handler.submit({}, { form: '/aceptacion' })
    expect(handler.page.text).toContain('Usted tiene el caso.')

    await handler.click('Escribir la respuesta')
    await handler.submit({ body: 'Tiene usted razón.' }, { button: 'Guardar borrador' })
    expect(handler.page.text).toContain('El borrador quedó guardado')
    expect(handler.page.html).toContain('Tiene usted razón.')

    await handler.submit({ body: 'Tiene usted razón. Perdone.' }, { button: 'Enviar a aprobación' })
    expect(handler.page).toMatchObject({ status: 422 })
    expect(handler.page.text).toContain('Elija un resultado.')
    expect(handler.page.html).toContain('Tiene usted razón. Perdone.')

    await handler.submit(
      { outcome: 'upheld', measures: 'Abriremos otra ventanilla.' },
      { button: 'Enviar a aprobación' },
    )
    expect(handler.page.text).toContain('La respuesta espera aprobación.')
  })

  it('is not approved by its author', async () => {
    expect((await handler.get(`${caseOf(receipt)}/aprobacion`)).status).toBe(403)
  })

  it('comes back with comments, is mended and approved by somebody else', async () => {
    await manager.get(caseOf(receipt))
    await manager.click('Revisar y aprobar la respuesta')
    expect(manager.page.text).toContain('Esto es lo que recibirá la persona')
    await manager.submit({ comment: 'Diga cuándo.' }, { button: 'approve' })
    expect(manager.page).toMatchObject({ status: 422 })
    await manager.submit({ comment: 'Diga cuándo.' }, { button: 'return' })
    expect(manager.page.text).toContain('volvió a quien la escribió')

    await handler.get(`${caseOf(receipt)}/respuesta`)
    expect(handler.page.text).toContain('Se devolvió con este comentario: Diga cuándo.')
    await handler.submit(
      { body: 'Tiene usted razón. Desde el lunes hay otra ventanilla.' },
      { button: 'Enviar a aprobación' },
    )
    await manager.get(`${caseOf(receipt)}/aprobacion`)
    await manager.submit({}, { form: 'paso', button: 'approve' })
    expect(manager.page.text).toContain('La respuesta se aprobó y va en camino.')
  })

  it('reaches the person by e-mail, with proof', async () => {
    const letter = (await house.letters()).findLast(({ to }) => to?.[0]?.address === ANA)
    expect(letter?.text).toContain('Desde el lunes hay otra ventanilla.')
    await manager.get(caseOf(receipt))
    expect(manager.page.text).toContain('Correo electrónico: entregada')
    expect(await house.status(receipt)).toMatchObject({
      state: 'notified',
      answer: { outcome: 'upheld', measures: 'Abriremos otra ventanilla.' },
    })
  })

  it('shows the person nothing of what was said inside', async () => {
    await handler.get(caseOf(receipt))
    await handler.submit({ reason: 'Ojo con esta familia.' }, { form: '/nota' })
    expect(handler.page.text).toContain('La nota quedó guardada. La persona no la ve.')
    expect(handler.page.text).toContain('Ojo con esta familia.')
    const seen = JSON.stringify(await house.status(receipt))
    expect(seen).not.toContain('Ojo con')
    expect(seen).not.toContain('Diga cuándo')
    expect(seen).not.toContain('noted')
  })

  it('is rated, and the rating is seen', async () => {
    const { administrationId } = await getAdministrationBySlug(house.test.system.db, 'demo')
    const ref = { administrationId, caseNumber: receipt.caseNumber }
    const rating = { resolved: 'partly' as const, satisfaction: 4, comment: 'Tardaron.' }
    await rateCase(house.test.system, ref, rating, house.test.system.clock())
    await manager.get(caseOf(receipt))
    expect(manager.page.text).toContain('¿Se resolvió? En parte. Satisfacción: 4 de 5')
    expect(manager.page.text).toContain('Tardaron.')
  })

  it('leaves a sound history and a record of every look', async () => {
    const { db } = house.test.system
    const { administrationId } = await getAdministrationBySlug(db, 'demo')
    expect((await verifyBook(db, administrationId)).faults).toEqual([])
    const before = await listAuditLines(db, { administrationId }, 500)
    await manager.get(caseOf(receipt))
    const after = await listAuditLines(db, { administrationId }, 500)
    expect(after.length - before.length).toBe(1)
    expect(after[0]).toMatchObject({
      action: 'looked_at_case',
      details: { page: 'caso', person: true },
    })
  })
})
