import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import type { Visitor } from '../../support/visitor.ts'
import { assignToUnit } from '../staff-at-work.ts'
import { caseOf, openDeskHouse, type DeskHouse, type Receipt } from './desk-house.ts'

let house: DeskHouse
let manager: Visitor
beforeAll(async () => {
  house = await openDeskHouse()
  await allowExtension()
  manager = await house.signedIn('responsable')
})
afterAll(() => house.close())

/** The shipped regimes have none: as one would be that does. */
async function allowExtension(): Promise<void> {
  const more = { days: 10, unit: 'business', times: 1, source: 'Ley de prueba' }
  await sql`update regimes set document = jsonb_set(
      jsonb_set(document, '{terms,0,extension}', ${JSON.stringify(more)}::jsonb),
      '{transitions,0,allowed}', 'true')
    where regime_code = 'neutral'`.execute(house.test.system.db)
}

async function openForm(visitor: Visitor, receipt: Receipt, path: string) {
  return visitor.get(`${caseOf(receipt)}/${path}`)
}

const send = (visitor: Visitor, fields: Record<string, string | string[]>) =>
  visitor.submit(fields, { form: 'paso' })

/** A colleague writes a note while the form lies open. */
async function somebodyElseWrites(receipt: Receipt): Promise<void> {
  const deputy = await house.signedIn('alterno')
  await openForm(deputy, receipt, 'nota')
  await send(deputy, { reason: 'Ya llamé a la persona.' })
}

describe('Classification', () => {
  it('moves a case to what it is, and its date with it', async () => {
    const receipt = await house.file()
    await openForm(manager, receipt, 'clasificacion')
    await send(manager, { kind: 'need', service: 'multas', reason: 'Pide un servicio.' })
    expect(manager.page.text).toContain('Clasificado de otra forma: Necesidad')
    expect(manager.page.text).toContain('Pide un servicio.')
    expect(manager.page.text).toContain('Necesidad ' + receipt.caseNumber)
    const { history } = await house.status(receipt)
    expect(history.map(({ event }) => event)).toEqual(['submit'])
  })

  it('takes nothing that the book does not have, and keeps the words', async () => {
    const receipt = await house.file()
    await openForm(manager, receipt, 'clasificacion')
    await send(manager, { kind: 'claim', centre: 'luna', reason: 'Es otra cosa.' })
    expect(manager.page.status).toBe(422)
    expect(manager.page.text).toContain('Elija una oficina de la lista.')
    expect(manager.page.html).toContain('Es otra cosa.')
    await send(manager, { kind: 'claim', centre: 'centro' })
    expect(manager.page.text).toContain('Elija un tipo de la lista.')
    expect(manager.page.html).toContain('Es otra cosa.')
  })

  it('shows what a colleague did meanwhile before it is taken', async () => {
    const receipt = await house.file()
    await openForm(manager, receipt, 'clasificacion')
    await somebodyElseWrites(receipt)
    await send(manager, { kind: 'suggestion', reason: 'Es una idea.' })
    expect(manager.page.status).toBe(409)
    expect(manager.page.text).toContain('Ya llamé a la persona.')
    expect(manager.page.html).toContain('Es una idea.')
    await send(manager, {})
    expect(manager.page.text).toContain('Clasificado de otra forma: Sugerencia')
  })
})

describe('Whom a case names', () => {
  const NAMED = 'La persona de Ingresos, Úrsula Ibáñez, me gritó.'

  it('loses sight of it once that is confirmed, and nobody can give it to them', async () => {
    const receipt = await house.file()
    await assignToUnit(house.test.system, receipt.caseNumber)
    const handler = await house.signedIn('unidad2')
    await openForm(handler, receipt, 'aceptacion')
    await send(handler, {})
    expect(handler.page.status).toBe(200)

    await openForm(manager, receipt, 'funcionarios')
    const form = manager.page.html
    const [, ursula = ''] = /<option value="([^"]+)"[^>]*>\s*Úrsula/.exec(form) ?? []
    await send(manager, { another: ursula })
    expect(manager.page.text).toContain('Se anotó a quién nombra el caso.')
    expect(manager.page.text).toContain('Nadie todavía')
    expect((await handler.get(caseOf(receipt))).status).toBe(404)

    await openForm(manager, receipt, 'asignacion?area=ingresos')
    expect(manager.page.text).not.toContain('Úrsula Ibáñez Ríos')
  })

  it('in a text that only looks like it is put aside for good', async () => {
    const receipt = await house.file({ description: NAMED })
    await manager.get(caseOf(receipt))
    expect(manager.page.text).toContain('Úrsula Ibáñez Ríos')
    await openForm(manager, receipt, 'funcionarios')
    await send(manager, { named: [] })
    expect(manager.page.text).toContain('Se anotó a quién nombra')
    await manager.get(caseOf(receipt))
    expect(manager.page.text).not.toContain('Úrsula Ibáñez Ríos, Analista')
    const handler = await house.signedIn('unidad2')
    await assignToUnit(house.test.system, receipt.caseNumber)
    expect((await handler.get(caseOf(receipt))).status).toBe(200)
  })

  it('is somebody of the directory and nobody else', async () => {
    const receipt = await house.file()
    await openForm(manager, receipt, 'funcionarios')
    await send(manager, { another: '9d0f6a52-1111-4111-8111-0123456789ab' })
    expect(manager.page.status).toBe(422)
    expect(manager.page.text).toContain('Elija personas del directorio.')
  })
})

describe('More time', () => {
  it('is given once where the regime has it, and the person reads why', async () => {
    const receipt = await house.file()
    await openForm(manager, receipt, 'ampliacion')
    await send(manager, { reason: 'Esperamos el peritaje.' })
    expect(manager.page.text).toContain('Plazo ampliado: vence el 6 de abril de 2026')
    const status = await house.status(receipt)
    expect([receipt.dueOn, status.dueOn]).toEqual(['2026-03-23', '2026-04-06'])
    expect(status.history.at(-1)?.event).toBe('extended')
    const letters = await house.letters()
    expect(letters.map(({ text }) => text).join()).toContain('Esperamos el peritaje.')
    expect((await openForm(manager, receipt, 'ampliacion')).status).toBe(403)
  })

  it('needs a reason', async () => {
    const receipt = await house.file()
    await openForm(manager, receipt, 'ampliacion')
    await send(manager, { reason: ' ' })
    expect(manager.page.status).toBe(422)
    expect(manager.page.text).toContain('Escriba el motivo.')
    expect((await house.status(receipt)).dueOn).toBe('2026-03-23')
  })

  it('waits when a colleague was quicker', async () => {
    const receipt = await house.file()
    await openForm(manager, receipt, 'ampliacion')
    await somebodyElseWrites(receipt)
    await send(manager, { reason: 'Falta el peritaje.' })
    expect(manager.page.status).toBe(409)
    expect(manager.page.html).toContain('Falta el peritaje.')
    expect((await house.status(receipt)).dueOn).toBe('2026-03-23')
  })
})

describe('A restriction', () => {
  it('is lifted with a reason, and the others see the case again', async () => {
    const receipt = await house.file()
    const auditor = await house.signedIn('auditoria')
    await openForm(manager, receipt, 'restriccion')
    await send(manager, { reason: 'Habla de acoso.' })
    expect((await auditor.get(caseOf(receipt))).status).toBe(404)

    await openForm(manager, receipt, 'restriccion')
    await send(manager, { reason: '' })
    expect(manager.page.status).toBe(422)
    expect(manager.page.text).toContain('Escriba el motivo.')
    await send(manager, { reason: 'Leí todo: no habla de eso.' })
    expect(manager.page.text).toContain('La restricción se levantó.')
    expect((await auditor.get(caseOf(receipt))).status).toBe(200)
    expect((await house.status(receipt)).history.map(({ event }) => event)).toEqual(['submit'])
  })

  it('that a colleague lifted already is not lifted twice, and the words come back', async () => {
    const receipt = await house.file()
    await openForm(manager, receipt, 'restriccion')
    await send(manager, { reason: '' })
    const deputy = await house.signedIn('alterno')
    await openForm(manager, receipt, 'restriccion')
    await openForm(deputy, receipt, 'restriccion')
    await send(deputy, { reason: 'Ya lo leí.' })
    await send(manager, { reason: 'No hace falta.' })
    expect(manager.page.status).toBe(409)
    expect(manager.page.html).toContain('No hace falta.')
    const auditor = await house.signedIn('auditoria')
    expect((await auditor.get(caseOf(receipt))).status).toBe(200)
  })
})

describe("The person's unused term", () => {
  it('ends the case once somebody confirms it, and it may be filed again', async () => {
    const receipt = await house.file()
    await openForm(manager, receipt, 'correccion')
    await send(manager, { reason: '' })
    expect(manager.page.text).toContain('Escriba qué necesita saber.')
    await send(manager, { reason: '¿En qué ventanilla fue?' })
    expect((await openForm(manager, receipt, 'vencimiento')).status).toBe(403)

    house.test.clockAt('2026-03-10T16:00:00Z')
    manager = await house.signedIn('responsable')
    await manager.get(caseOf(receipt))
    await manager.click('no contestó a tiempo')
    await send(manager, {})
    expect(manager.page.text).toContain('Archivado')
    expect(await house.status(receipt)).toMatchObject({ state: 'archived' })
    const letters = await house.letters()
    expect(letters.at(-1)?.text).toContain('nuevo')
  })
})
