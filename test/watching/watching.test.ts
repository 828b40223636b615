import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { restrictCase } from '../../src/cases/actions/restrict-case.ts'
import { tellDay } from '../../src/watching/actions/tell-day.ts'
import { registerWatchingJobs } from '../../src/watching/index.ts'
import { caseOf, openDeskHouse, type DeskHouse, type Receipt } from '../cases/working/desk-house.ts'
import { assignToUnit, asStaff } from '../cases/staff-at-work.ts'
import type { Visitor } from '../support/visitor.ts'

const FOLLOWED = '/personal/demo/seguidos'

let house: DeskHouse
let manager: Visitor
let unit: Visitor
beforeAll(async () => {
  house = await openDeskHouse()
  registerWatchingJobs(house.test.system)
  manager = await house.signedIn('responsable')
  unit = await house.signedIn('unidad2')
}, 60_000)
afterAll(() => house.close())

async function atUnit(): Promise<Receipt> {
  const receipt = await house.file()
  await assignToUnit(house.test.system, receipt.caseNumber)
  await house.letters()
  return receipt
}

const note = (who: Visitor, receipt: Receipt, fields: Record<string, string>) =>
  who.get(`${caseOf(receipt)}/nota`).then(() => who.submit(fields, { form: 'paso' }))

const restrict = async ({ caseNumber }: Receipt) => {
  const { system } = house.test
  const responsible = await asStaff(system, 'responsable', caseNumber)
  await restrictCase(system, responsible, 'Por cuidado.', system.clock())
}

const follow = async (who: Visitor, receipt: Receipt) => {
  await who.get(caseOf(receipt))
  await who.submit({}, { form: '/seguir' })
}

describe('A colleague called in a note', () => {
  it('is told by e-mail and on the desk, without a word of the case, until they have looked', async () => {
    const receipt = await atUnit()
    await note(manager, receipt, { reason: '¿Lo revisa usted, @úrsula ibáñez?' })
    expect(manager.page.status).toBe(200)
    const [letter, ...others] = await house.letters()
    expect(others).toEqual([])
    expect(letter?.subject).toBe(`Caso ${receipt.caseNumber}: le mencionaron`)
    expect(letter?.text).not.toMatch(/revisa usted|Robles|tres horas/)
    await unit.get('/personal/demo/casos')
    expect(unit.page.text).toContain('Le mencionaron en 1 caso')
    await unit.get(FOLLOWED)
    expect(unit.page.text).toContain('Le mencionó Rosa')
    await unit.get(caseOf(receipt))
    await unit.get(FOLLOWED)
    expect(unit.page.text).toContain('No tiene menciones sin ver')
  })

  it('is chosen from a list of those who may see the case, where nothing runs scripts', async () => {
    const receipt = await atUnit()
    await manager.get(`${caseOf(receipt)}/nota`)
    const offered = [...manager.page.html.matchAll(/value="([^"]+)" data-name="([^"]+)"/g)]
    const names = offered.map(([, , name]) => name)
    expect(names).toContain('Úrsula Ibáñez Ríos')
    expect(names.some((name) => name?.startsWith('Rosa Elena'))).toBe(false)
    expect(names).not.toContain('Ulises Barragán Soto')
    const [, chosen] = offered.find(([, , name]) => name === 'Úrsula Ibáñez Ríos')!
    await manager.submit({ reason: 'Mire el folio.', mencion: chosen! }, { form: 'paso' })
    expect((await house.letters()).length).toBe(1)
  })

  it('must be able to see the case: else it is said who is not, why, and nothing is kept', async () => {
    const receipt = await atUnit()
    await note(manager, receipt, { reason: 'Esto es de @Ulises, creo.' })
    expect(manager.page.status).toBe(422)
    expect(manager.page.text).toContain(
      'Ulises Barragán Soto no puede ver este caso, porque es de otra área',
    )
    expect(manager.page.html).toContain('Esto es de @Ulises, creo.')
    expect(await house.letters()).toEqual([])
  })

  it('is told nothing once the case was taken out of their sight', async () => {
    const receipt = await atUnit()
    await note(manager, receipt, { reason: '@Úrsula Ibáñez Ríos, mire.' })
    await restrict(receipt)
    expect(await house.letters()).toEqual([])
    await unit.get(FOLLOWED)
    expect(unit.page.text).not.toContain(receipt.caseNumber)
  })
})

describe('Who follows a case', () => {
  it('sees on the desk that it moved since they looked, and no more once they did', async () => {
    const receipt = await atUnit()
    await follow(unit, receipt)
    expect(unit.page.text).toContain('Usted sigue este caso')
    await unit.get('/personal/demo/casos')
    expect(unit.page.text).not.toContain('que sigue')
    await note(manager, receipt, { reason: 'Llegó el informe.' })
    await unit.get('/personal/demo/casos')
    expect(unit.page.text).toContain('Se movió 1 caso que sigue')
    await unit.get(caseOf(receipt))
    await unit.get('/personal/demo/casos')
    expect(unit.page.text).not.toContain('que sigue')
    await follow(unit, receipt)
    expect(unit.page.text).toContain('Seguir este caso')
  })

  it('is written to once a day, with numbers only, unless they want no letter', async () => {
    const receipt = await atUnit()
    await follow(unit, receipt)
    await note(manager, receipt, { reason: 'Vino otra vez.' })
    const { system } = house.test
    const now = system.clock()
    expect(await tellDay(system, now)).toBe(1)
    expect(await tellDay(system, now)).toBe(0)
    const [letter] = await house.letters()
    expect(letter?.text).toContain(receipt.caseNumber)
    expect(letter?.text).not.toMatch(/Robles|tres horas|Vino/)
    await unit.get(FOLLOWED)
    await unit.submit({}, { form: '/resumen' })
    const tomorrow = new Date(now.getTime() + 86_400_000)
    expect(await tellDay(system, tomorrow)).toBe(0)
  })

  it('follows it no longer when they may no longer see it', async () => {
    const receipt = await atUnit()
    await follow(unit, receipt)
    await restrict(receipt)
    await unit.get(FOLLOWED)
    expect(unit.page.text).not.toContain(receipt.caseNumber)
    await unit.get('/personal/demo/casos')
    expect(unit.page.text).not.toContain('casos que sigue')
    await tellDay(house.test.system, house.test.system.clock())
    const { rows } =
      await sql`select from case_watches join cases using (administration_id, case_id)
      where case_number = ${receipt.caseNumber}`.execute(house.test.system.db)
    expect(rows).toEqual([])
    expect((await unit.post(`${caseOf(receipt)}/seguir`, { seguir: 'si' })).status).not.toBe(303)
  })
})

describe('Somebody who writes an answer', () => {
  it('is named to whoever opens the case or a form of it, until a minute after they left', async () => {
    const receipt = await atUnit()
    await unit.get(`${caseOf(receipt)}/aceptacion`)
    await unit.submit({}, { form: 'paso' })
    await unit.get(`${caseOf(receipt)}/respuesta`)
    const seen = /Úrsula Ibáñez Ríos está escribiendo una respuesta desde las \d/
    await manager.get(caseOf(receipt))
    expect(manager.page.text).toMatch(seen)
    await manager.get(`${caseOf(receipt)}/nota`)
    expect(manager.page.text).toMatch(seen)
    const later = new Date(house.test.system.clock().getTime() + 61_000)
    house.test.clockAt(later)
    await manager.get(caseOf(receipt))
    expect(manager.page.text).not.toMatch(seen)
  })

  it('is there as long as the page speaks up, hears who else is, and is gone when it is left', async () => {
    const receipt = await atUnit()
    await unit.get(`${caseOf(receipt)}/nota`)
    await manager.get(`${caseOf(receipt)}/nota`)
    const token = unit.page.forms
      .find(({ id }) => id === 'paso')!
      .values.find(([name]) => name.startsWith('_'))!
    const say = async (fields: Record<string, string>) => {
      const body = new URLSearchParams({ [token[0]]: String(token[1]), ...fields })
      const answer = await unit.request(`${caseOf(receipt)}/presencia`, { method: 'POST', body })
      return (await answer.json()) as { present: string[] }
    }
    const { present } = await say({ form: 'nota' })
    expect(present).toEqual([expect.stringMatching(/^Rosa.* está escribiendo una nota desde las/)])
    await say({ fin: 'si' })
    await manager.get(caseOf(receipt))
    expect(manager.page.text).not.toContain('está escribiendo')
  })
})
