import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { insertAbsence } from '../../src/people/absence-store.ts'
import {
  accountNames,
  findContact,
  isAbsent,
  listAbsentAccounts,
  listContacts,
  listHolders,
  substituteFor,
} from '../../src/people/index.ts'
import { updateAccount } from '../../src/people/account-store.ts'
import { inTransaction } from '../../src/platform/database/connection.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'
import { buildPerson, buildTown, type Town } from './fixtures.ts'

let house: TestSystem
let town: Town
let ana: string
let beto: string

beforeAll(async () => {
  house = await openTestSystem()
  town = await buildTown(house.system, 'villa')
  const { administrationId, unitId, centreId } = town
  ana = await buildPerson(house.system, 'ana', [{ role: 'unit_handler', administrationId, unitId }])
  beto = await buildPerson(house.system, 'beto', [
    { role: 'office_head', administrationId, centreId },
  ])
  const absence = {
    absenceId: randomUUID(),
    administrationId,
    from: '2026-03-02',
    until: '2026-03-04',
  }
  await inTransaction(house.system.db, (tx) =>
    insertAbsence(
      tx,
      { ...absence, accountId: ana, substituteAccountId: beto },
      { by: ana, at: house.system.clock() },
    ),
  )
})
afterAll(() => house.close())

describe('An absence', () => {
  it.each([
    ['2026-03-01', false],
    ['2026-03-02', true],
    ['2026-03-04', true],
    ['2026-03-05', false],
  ])('counts on its days, first and last included (%s: %s)', async (day, away) => {
    const { db } = house.system
    expect(await isAbsent(db, town.administrationId, ana, day)).toBe(away)
    expect(await substituteFor(db, town.administrationId, ana, day)).toBe(away ? beto : ana)
    expect(await listAbsentAccounts(db, town.administrationId, day)).toHaveLength(away ? 1 : 0)
  })

  it('in one administration leaves the person present in another', async () => {
    expect(await isAbsent(house.system.db, randomUUID(), ana, '2026-03-02')).toBe(false)
  })
})

describe('Those who hold a role', () => {
  it('are found for the very place, on the day', async () => {
    const { db } = house.system
    const { administrationId, centreId, unitId } = town
    const day = '2026-03-02'
    expect(await listHolders(db, ['office_head'], { administrationId, centreId }, day)).toEqual([
      beto,
    ])
    expect(await listHolders(db, ['office_head'], { administrationId }, day)).toEqual([])
    expect(await listHolders(db, ['unit_handler'], { administrationId, unitId }, day)).toEqual([
      ana,
    ])
    expect(
      await listHolders(db, ['unit_handler'], { administrationId, unitId }, '2019-12-31'),
    ).toEqual([])
  })

  it('are not written to once their account is closed, and keep their name in histories', async () => {
    const { db, clock } = house.system
    const { administrationId, unitId } = town
    const carla = await buildPerson(house.system, 'carla', [
      { role: 'unit_handler', administrationId, unitId },
    ])
    expect(await findContact(db, carla)).toMatchObject({
      email: 'carla@muni.example',
      name: 'carla',
    })
    await inTransaction(db, (tx) => updateAccount(tx, carla, { disabledAt: clock() }))
    expect(await findContact(db, carla)).toBeNull()
    expect(await listContacts(db, [carla])).toEqual([])
    expect(
      await listHolders(db, ['unit_handler'], { administrationId, unitId }, '2026-03-02'),
    ).toEqual([ana])
    expect((await accountNames(db, [carla, null, carla])).get(carla)).toBe('carla')
  })
})
