import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { appointPerson } from '../../src/people/actions/appoint-person.ts'
import { revokeRole } from '../../src/people/actions/revoke-role.ts'
import { listGrantsOf, undoableGrants, type Role, type Staff } from '../../src/people/index.ts'
import { leavingCases } from '../../src/workload/index.ts'
import { NotFound } from '../../src/platform/errors.ts'
import { settle } from '../../src/settings/index.ts'
import { undoChange } from '../../src/settings/actions/undo-change.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'
import { asStaff, buildPerson, buildTown, type Town } from './fixtures.ts'

let house: TestSystem
let town: Town
let admin: Staff
let manager: Staff
let people = 0

beforeAll(async () => {
  house = await openTestSystem()
  town = await buildTown(house.system, 'villa')
  admin = await staffWith('sistemas', 'system_admin', null)
  manager = await staffWith('responsable', 'claims_manager', town.administrationId)
})
afterAll(() => house.close())

async function staffWith(name: string, role: Role, administrationId: string | null) {
  return asStaff(house.system, await buildPerson(house.system, name, [{ role, administrationId }]))
}

/** Somebody with that role, given on screen by the administrator. */
async function appointed(role: Role, unitId: string | null = null) {
  const who = { email: `p${++people}@muni.example`, name: `Persona ${people}`, language: 'es' }
  const { administrationId } = town
  const place = { administrationId, centreId: null, unitId }
  const given = { ...place, role, validFrom: '2026-03-02', validUntil: null }
  const { accountId } = await appointPerson(house.system, admin, who, given)
  const [grant] = await listGrantsOf(house.system.db, [accountId])
  return { accountId, grantId: grant!.grantId, given }
}

function undo(staff: Staff, id: string, version: number) {
  const { administrationId } = town
  const deed = { administrationId, accountId: staff.accountId, at: house.system.clock() }
  const grants = undoableGrants(house.system, leavingCases)
  return undoChange(house.system, deed, grants, { subject: 'role_grant', id, version })
}

const isHeld = async (accountId: string) =>
  (await listGrantsOf(house.system.db, [accountId])).some(({ revoked }) => !revoked)

const says = (code: string) => ({ problems: [expect.objectContaining({ code })] })

describe('A role given or taken by mistake', () => {
  it('comes back by undo when it was ended, and ends by undo when it was given', async () => {
    const { accountId, grantId } = await appointed('site_officer')
    await revokeRole(house.system, admin, grantId, 1)
    expect((await asStaff(house.system, accountId)).grants).toHaveLength(0)
    await undo(manager, grantId, 2)
    expect((await asStaff(house.system, accountId)).grants).toMatchObject([
      { role: 'site_officer', administrationId: town.administrationId },
    ])
    const other = await appointed('site_officer')
    await undo(manager, other.grantId, 1)
    expect(await isHeld(other.accountId)).toBe(false)
  })

  it('of two who change it at once, the second is told', async () => {
    const { accountId, grantId } = await appointed('site_officer')
    await revokeRole(house.system, admin, grantId, 1)
    await undo(admin, grantId, 2)
    await expect(revokeRole(house.system, manager, grantId, 1)).rejects.toMatchObject(
      says('changed_meanwhile'),
    )
    await expect(undo(manager, grantId, 2)).rejects.toMatchObject(says('changed_meanwhile'))
    expect(await isHeld(accountId)).toBe(true)
  })

  it('is undone by nobody who may not give or take it', async () => {
    const given = await appointed('analyst')
    await expect(undo(manager, given.grantId, 1)).rejects.toMatchObject(says('may_not'))
    expect(await isHeld(given.accountId)).toBe(true)
    const own = await appointed('claims_manager')
    const holder = await asStaff(house.system, own.accountId)
    await revokeRole(house.system, holder, own.grantId, 1)
    await expect(undo(holder, own.grantId, 2)).rejects.toMatchObject(says('may_not'))
    await expect(undo(manager, own.grantId, 2)).rejects.toMatchObject(says('may_not'))
    expect(await isHeld(own.accountId)).toBe(false)
  })

  it('does not come back twice where it was given again since', async () => {
    const { accountId, grantId, given } = await appointed('site_officer')
    await revokeRole(house.system, admin, grantId, 1)
    const email = `p${people}@muni.example`
    await appointPerson(house.system, admin, { email, name: '', language: 'es' }, given)
    await expect(undo(manager, grantId, 2)).rejects.toMatchObject(says('held_again'))
    const held = await listGrantsOf(house.system.db, [accountId])
    expect(held.filter(({ revoked }) => !revoked)).toHaveLength(1)
  })

  it('is not ended by undo while the person has cases in hand', async () => {
    const { accountId, grantId } = await appointed('unit_head', town.unitId)
    const busy = { ...leavingCases, count: () => Promise.resolve(2) }
    const { administrationId } = town
    const deed = { administrationId, accountId: admin.accountId, at: house.system.clock() }
    const key = { subject: 'role_grant', id: grantId, version: 1 }
    const grants = undoableGrants(house.system, busy)
    await expect(undoChange(house.system, deed, grants, key)).rejects.toMatchObject(
      says('has_cases'),
    )
    expect(await isHeld(accountId)).toBe(true)
  })
})

describe('What no log could name', () => {
  it.each(['two words', 'answer/*/2026-03-02', 'ana@muni.example', ''])(
    'is no thing to settle: "%s"',
    async (id) => {
      const { administrationId } = town
      const deed = { administrationId, accountId: admin.accountId, at: house.system.clock() }
      const setting = undoableGrants(house.system, leavingCases)
      const settling = { id, version: 0, value: { any: 'thing' } }
      await expect(settle(house.system, deed, setting, settling)).rejects.toThrow(NotFound)
    },
  )
})
