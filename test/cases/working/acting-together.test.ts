import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { caseOf, openDeskHouse, type DeskHouse } from './desk-house.ts'

let house: DeskHouse
beforeAll(async () => {
  house = await openDeskHouse()
})
afterAll(() => house.close())

describe('Two people acting on one case', () => {
  it('never overwrite each other: the second sees what changed and keeps every word', async () => {
    const receipt = await house.file()
    const titular = await house.signedIn('responsable')
    const deputy = await house.signedIn('alterno')
    await titular.get(`${caseOf(receipt)}/archivo`)
    await deputy.get(`${caseOf(receipt)}/traslado`)
    await deputy.get(`${caseOf(receipt)}/nota`)
    await deputy.submit({ reason: 'La llamé por teléfono.' }, { form: 'paso' })

    const words = 'No es de esta oficina.\nLe pedimos disculpas.'
    await titular.submit({ reason: words }, { form: 'paso' })
    expect(titular.page).toMatchObject({ status: 409 })
    expect(titular.page.text).toContain('El caso cambió mientras usted escribía')
    expect(titular.page.text).toContain('La llamé por teléfono.')
    expect(titular.page.html).toContain(words)
    expect((await house.status(receipt)).state).toBe('registered')

    await titular.submit({}, { form: 'paso' })
    expect(titular.page.text).toContain('El caso se archivó')
    expect((await house.status(receipt)).state).toBe('archived')
  })

  it('keep their words also when the step is no longer possible', async () => {
    const receipt = await house.file()
    const titular = await house.signedIn('responsable')
    const deputy = await house.signedIn('alterno')
    await titular.get(`${caseOf(receipt)}/correccion`)
    await deputy.get(`${caseOf(receipt)}/archivo`)
    await deputy.submit({ reason: 'Ya lo resolvimos.' }, { form: 'paso' })
    await titular.submit({ reason: '¿En qué ventanilla fue?' }, { form: 'paso' })
    expect(titular.page).toMatchObject({ status: 409 })
    expect(titular.page.text).toContain('Este paso ya no se puede dar')
    expect(titular.page.text).toContain('Ya lo resolvimos.')
    expect(titular.page.html).toContain('¿En qué ventanilla fue?')
  })
})

describe('A case', () => {
  it('does not exist for whom it names, nor for the administrator of the system', async () => {
    const receipt = await house.file({
      description: 'Álvaro Cisneros Luna me gritó delante de todos en la ventanilla.',
    })
    const named = await house.signedIn('alterno')
    const admin = await house.signedIn('admin')
    const responsible = await house.signedIn('responsable')
    expect((await responsible.get(caseOf(receipt))).status).toBe(200)
    expect(responsible.page.text).toContain('Álvaro Cisneros Luna')
    expect((await named.get(caseOf(receipt))).status).toBe(404)
    expect((await admin.get(caseOf(receipt))).status).toBe(404)
    expect((await admin.get(`${caseOf(receipt)}/asignacion`)).status).toBe(404)
  })

  it('is seen by the auditor, who can do nothing with it', async () => {
    const receipt = await house.file()
    const auditor = await house.signedIn('auditoria')
    await auditor.get(caseOf(receipt))
    expect(auditor.page.status).toBe(200)
    expect(auditor.page.links.some(({ text }) => text === 'Asignar')).toBe(false)
    expect(auditor.page.html).not.toContain('/nota')
    expect((await auditor.get(`${caseOf(receipt)}/archivo`)).status).toBe(403)
  })

  it('of a handler comes back to them as words when it changed hands meanwhile', async () => {
    const receipt = await house.file()
    const responsible = await house.signedIn('responsable')
    const handler = await house.signedIn('unidad2')
    await handler.get(`${caseOf(receipt)}/respuesta`)
    expect(handler.page.status).toBe(403)
    await responsible.get(`${caseOf(receipt)}/asignacion`)
    await responsible.submit({}, { form: 'paso' })
    await handler.get(`${caseOf(receipt)}/respuesta`)
    await responsible.get(`${caseOf(receipt)}/restriccion`)
    await responsible.submit({ reason: 'Revisar.' }, { form: 'paso' })
    await responsible.get(`${caseOf(receipt)}/asignacion?area=agua`)
    await responsible.submit({}, { form: 'paso' })
    await handler.submit({ body: 'Tiene usted razón.' }, { form: 'paso', button: 'save' })
    expect(handler.page.status).toBe(404)
    expect(handler.page.text).toContain('Este caso no está a su alcance')
    expect(handler.page.html).toContain('Tiene usted razón.')
  })
})
