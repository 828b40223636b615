import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { reassignCase } from '../../src/cases/actions/assign-case.ts'
import { findAccountByEmail } from '../../src/people/index.ts'
import { asStaff, assignToUnit } from '../cases/staff-at-work.ts'
import { openDeskHouse, type DeskHouse, type Receipt } from '../cases/working/desk-house.ts'
import type { Visitor } from '../support/visitor.ts'
import { getBookRules } from '../../src/administrations/index.ts'

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
