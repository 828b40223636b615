import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { reassignCase } from '../../src/cases/actions/assign-case.ts'
import { acceptCase } from '../../src/cases/index.ts'
import { findAccountByEmail } from '../../src/people/index.ts'
import { asStaff, assignToUnit } from '../cases/staff-at-work.ts'
import { caseOf, openDeskHouse, type DeskHouse, type Receipt } from '../cases/working/desk-house.ts'
import type { Visitor } from '../support/visitor.ts'
import { getBookRules } from '../../src/administrations/index.ts'
import { findOrphanedCases, registerWorkloadJobs } from '../../src/workload/index.ts'

let house: DeskHouse
let manager: Visitor
let cases: Receipt[]

const account = async (name: string) => {
  const found = await findAccountByEmail(house.test.system.db, `${name}@demo.example`)
  return found!.accountId
}

/** To somebody of the unit that collects taxes. */
async function inHandOf(name: string, { caseNumber }: Receipt) {
  const { system } = house.test
  await assignToUnit(system, caseNumber)
  const { units } = await getBookRules(system, 'demo', system.clock())
  const { unitId } = units.find(({ slug }) => slug === 'ingresos')!
  const request = await asStaff(system, 'responsable', caseNumber)
  await reassignCase(system, request, { unitId, handlerId: await account(name) }, system.clock())
}

beforeAll(async () => {
  house = await openDeskHouse()
  registerWorkloadJobs(house.test.system)
  cases = []
  for (let at = 0; at < 3; at += 1) cases.push(await house.file())
  for (const each of cases) await inHandOf('unidad2', each)
  house.test.clockAt('2026-03-10T16:00:00Z')
  manager = await house.signedIn('responsable')
}, 60_000)
afterAll(() => house.close())

describe('What each person has in hand', () => {
  it('is counted as the desk counts it, with the days since it came into those hands', async () => {
    const page = await manager.get('/personal/demo/carga')
    expect(page.text).toMatch(
      /Úrsula Ibáñez Ríos 3 Abiertos, en manos de Úrsula Ibáñez Ríos 0 0 0 8/,
    )
    await manager.click('Abiertos, en manos de Úrsula')
    expect(manager.page.text).toContain('A cargo de: Úrsula Ibáñez Ríos')
    expect(manager.page.text).toContain('3 casos')
  })

  it('is not shown to colleagues who share out nothing', async () => {
    const unit = await house.signedIn('unidad2')
    expect((await unit.get('/personal/demo/carga')).status).toBe(403)
  })
})

describe('A handover', () => {
  const relief = async () => `/personal/demo/relevos/${await account('unidad2')}`

  it('is prepared by whoever goes, and made by who leads them', async () => {
    const unit = await house.signedIn('unidad2')
    const page = await unit.get(await relief())
    expect(page.text).toContain('3 casos abiertos')
    expect(page.text).toContain('Lo que sigue Aceptarlo')
    expect(page.forms.some(({ action }) => action.includes('relevos'))).toBe(false)
    const other = await house.signedIn('unidad')
    expect((await other.get(await relief())).status).toBe(404)
  })

  it('shows first how it would be, and changes nothing by that', async () => {
    await manager.get(await relief())
    await manager.submit({ a: 'share' }, { form: 'relevos' })
    expect(manager.page.text).toContain('Se queda: en su área no hay quien lo reciba')
    await manager.submit({ a: await account('jefaunidad') }, { form: 'relevos' })
    expect(manager.page.text).toMatch(/DEMO-2026-000001 → Julia Natividad/)
    expect((await manager.get('/personal/demo/carga')).text).toContain('Úrsula Ibáñez Ríos 3')
  })

  it('moves case by case with a record each, leaves what somebody moved meanwhile, and tells both once', async () => {
    await house.letters()
    await manager.get(`${await relief()}?a=${await account('jefaunidad')}`)
    const moved = cases[2]!
    const { system } = house.test
    await acceptCase(system, await asStaff(system, 'unidad2', moved.caseNumber), system.clock())
    await manager.submit({ nota: 'Vuelve el 30.' }, { form: 'entrega' })
    expect(manager.page.text).toContain('Pasaron 2 casos.')
    expect(manager.page.text).toContain('Se quedó: alguien lo movió mientras tanto')
    const page = await manager.get(caseOf(cases[0]!))
    expect(page.text).toContain('Vuelve el 30.')
    const letters = await house.letters()
    expect(letters.map(({ subject }) => subject).sort()).toEqual([
      '2 casos suyos pasaron a otras manos',
      'Recibe 2 casos',
    ])
  })

  it('tells whoever comes back what happened meanwhile', async () => {
    const { system } = house.test
    house.test.clockAt('2026-03-10T16:20:00Z')
    const { caseNumber } = cases[0]!
    await acceptCase(system, await asStaff(system, 'jefaunidad', caseNumber), system.clock())
    const unit = await house.signedIn('unidad2')
    await unit.get('/personal/demo/relevos')
    await unit.click('Relevo de Úrsula')
    expect(unit.page.text).toMatch(/Qué pasó desde entonces .*000001 → Julia/)
    expect(unit.page.text).toContain('Sin pasos desde entonces')
    const stranger = await house.signedIn('unidad')
    expect((await stranger.get(unit.page.path)).status).toBe(404)
  })
})

describe('Somebody who leaves', () => {
  it('with cases in hand is asked about first, and their cases go to the desk of the unit', async () => {
    const accountId = await account('unidad2')
    await manager.get(`/personal/demo/cuentas/${accountId}`)
    await manager.submit({}, { form: '/cierre' })
    expect(manager.page.status).toBe(422)
    expect(manager.page.text).toContain('Queda 1 caso abierto en sus manos.')
    expect(manager.page.links.some(({ href }) => href.endsWith(`/relevos/${accountId}`))).toBe(true)
    expect((await manager.get('/personal/demo/carga')).text).toContain('Úrsula Ibáñez Ríos 1')

    await manager.get(`/personal/demo/cuentas/${accountId}`)
    await manager.submit({}, { form: '/cierre' })
    await manager.submit({}, { form: 'casos' })
    expect(manager.page.text).toContain('Cerrada')
    const page = await manager.get(caseOf(cases[2]!))
    expect(page.text).toContain('quien lo tenía dejó el puesto')
    expect((await house.letters()).map(({ subject }) => subject)).toEqual(['Recibe 1 caso'])
  })

  it('without anybody saying so is found at night: the responsible has the cases again', async () => {
    const { system } = house.test
    const gone = await account('jefaunidad')
    await system.db
      .updateTable('role_grants')
      .set({ valid_until: '2026-03-09' })
      .where('account_id', '=', gone)
      .execute()
    expect(await findOrphanedCases(system, system.clock())).toBe(2)
    expect(await findOrphanedCases(system, system.clock())).toBe(0)
    const page = await manager.get('/personal/demo/casos?vista=unassigned')
    expect(page.text).toContain('DEMO-2026-000001')
    const toManager = (await house.letters()).filter(({ to }) =>
      to?.some(({ address }) => address?.startsWith('responsable')),
    )
    expect(toManager.map(({ subject }) => subject)).toEqual(['Recibe 2 casos'])
  })
})

describe('A centre that closes with open cases', () => {
  it('asks what becomes of them, says how many stand in which state, and moves each with a record', async () => {
    const { system } = house.test
    const { centres } = await getBookRules(system, 'demo', system.clock())
    const closing = centres.find(({ slug }) => slug === 'centro')!
    const other = centres.find(({ slug }) => slug !== 'centro')!
    const chief = await house.signedIn('direccion')
    await chief.get(`/personal/demo/organizacion/centros/${closing.centreId}`)
    await chief.submit({ validUntil: '2026-03-10' })
    expect(chief.page.status).toBe(422)
    expect(chief.page.text).toMatch(/Casos abiertos que hay aquí [^:]+: 1 [^:]+: 2 /)
    await chief.submit({ casos: other.centreId })
    expect(chief.page.path).toContain('listo=guardado')
    const page = await manager.get(caseOf(cases[1]!))
    expect(page.text).toMatch(new RegExp(`${other.name}, cerró el lugar donde estaba`))
    expect((await house.letters()).map(({ subject }) => subject)).toContain(
      `3 casos pasaron a ${other.name}`,
    )
  })
})
