import { describe, expect, it } from '@jest/globals'
import { grantableRoles, isWellPlaced, mayGrant, mayRevoke } from '../../src/people/grant-policy.ts'
import type { Role } from '../../src/people/roles.ts'
import {
  holds,
  holdsWithin,
  scopesOf,
  type Grant,
  type Staff,
} from '../../src/people/staff-policy.ts'

const north = '00000000-0000-4000-8000-000000000001'
const south = '00000000-0000-4000-8000-000000000002'
const market = '00000000-0000-4000-8000-0000000000c1'
const park = '00000000-0000-4000-8000-0000000000c2'
const works = '00000000-0000-4000-8000-0000000000d1'

const grant = (role: Role, place: Partial<Grant> = {}): Grant => ({
  role,
  administrationId: north,
  centreId: null,
  unitId: null,
  ...place,
})

const someone = (...grants: Grant[]): Staff => ({
  accountId: 'someone',
  name: 'Someone',
  email: 'someone@example.org',
  language: 'es',
  grants,
  workplaces: [],
})

const systemAdmin = someone(grant('system_admin', { administrationId: null }))

describe('A role held', () => {
  it('for the administration covers its centres and units', () => {
    const staff = someone(grant('claims_manager'))
    expect(holds(staff, ['claims_manager'], { administrationId: north })).toBe(true)
    expect(holds(staff, ['claims_manager'], { administrationId: north, centreId: market })).toBe(
      true,
    )
    expect(holds(staff, ['claims_manager'], { administrationId: north, unitId: works })).toBe(true)
  })

  it('for a centre covers that centre alone', () => {
    const staff = someone(grant('office_head', { centreId: market }))
    expect(holds(staff, ['office_head'], { administrationId: north, centreId: market })).toBe(true)
    expect(holds(staff, ['office_head'], { administrationId: north, centreId: park })).toBe(false)
    expect(holds(staff, ['office_head'], { administrationId: north })).toBe(false)
    expect(holds(staff, ['office_head'], { administrationId: north, unitId: works })).toBe(false)
  })

  it('in one administration says nothing in another', () => {
    const staff = someone(grant('claims_manager'))
    expect(holds(staff, ['claims_manager'], { administrationId: south })).toBe(false)
    expect(holdsWithin(staff, [], south)).toBe(false)
  })

  it('is one of those asked for, not any', () => {
    const staff = someone(grant('auditor'))
    expect(holds(staff, ['claims_manager', 'analyst'], { administrationId: north })).toBe(false)
    expect(holds(staff, ['claims_manager', 'auditor'], { administrationId: north })).toBe(true)
    expect(holds(staff, [], { administrationId: north })).toBe(false)
  })

  it('in a part counts as being within the administration', () => {
    const staff = someone(grant('unit_handler', { unitId: works }))
    expect(holdsWithin(staff, ['unit_handler'], north)).toBe(true)
    expect(holdsWithin(staff, ['unit_head'], north)).toBe(false)
    expect(holdsWithin(staff, [], north)).toBe(true)
  })

  it('several times gives each of its places', () => {
    const staff = someone(
      grant('office_head', { centreId: market }),
      grant('office_head', { centreId: park }),
      grant('analyst'),
    )
    expect(scopesOf(staff, 'office_head').map(({ centreId }) => centreId)).toEqual([market, park])
  })

  it('as administrator of the system opens no case role', () => {
    expect(holds(systemAdmin, ['claims_manager', 'auditor'], { administrationId: north })).toBe(
      false,
    )
    expect(holds(systemAdmin, ['system_admin'], { administrationId: north })).toBe(true)
  })
})

describe('A role is given', () => {
  const giver = {
    systemAdmin,
    head: someone(grant('chief_administrator')),
    manager: someone(grant('claims_manager')),
    auditor: someone(grant('auditor')),
    officeHead: someone(grant('office_head', { centreId: market })),
  }

  it.each<[keyof typeof giver, Role, boolean]>([
    ['systemAdmin', 'integrity_officer', true],
    ['head', 'claims_manager', true],
    ['head', 'integrity_officer', false],
    ['head', 'chief_administrator', false],
    ['manager', 'site_officer', true],
    ['manager', 'claims_manager', false],
    ['manager', 'auditor', false],
    ['auditor', 'site_officer', false],
    ['officeHead', 'site_officer', false],
  ])('by %s: %s is allowed: %s', (who, role, allowed) => {
    expect(mayGrant(giver[who], 'another', grant(role))).toBe(allowed)
  })

  it('by nobody to themselves', () => {
    expect(mayGrant(systemAdmin, 'someone', grant('claims_manager'))).toBe(false)
  })

  it('only where the giver is set above', () => {
    const manager = someone(grant('claims_manager'))
    expect(mayGrant(manager, 'another', grant('site_officer', { administrationId: south }))).toBe(
      false,
    )
    expect(grantableRoles(manager, south)).toEqual([])
  })

  it('for the whole installation only by its administrator', () => {
    const wide = grant('system_admin', { administrationId: null })
    expect(mayGrant(someone(grant('chief_administrator')), 'another', wide)).toBe(false)
    expect(mayGrant(systemAdmin, 'another', wide)).toBe(true)
  })

  it.each<[Grant, boolean]>([
    [grant('unit_handler', { unitId: works }), true],
    [grant('unit_handler'), false],
    [grant('unit_handler', { centreId: market }), false],
    [grant('office_head'), false],
    [grant('site_officer'), true],
    [grant('claims_manager', { centreId: market }), false],
    [grant('claims_manager', { administrationId: null }), false],
    [grant('system_admin'), false],
    [grant('improvement_owner', { centreId: market, unitId: works }), false],
  ])('where it makes sense: %j: %s', (given, sensible) => {
    expect(isWellPlaced(given)).toBe(sensible)
  })
})

describe('A role is taken away', () => {
  it('by whoever could give it, and by the person who holds it', () => {
    const manager = someone(grant('claims_manager'))
    expect(mayRevoke(manager, 'another', grant('site_officer'))).toBe(true)
    expect(mayRevoke(manager, 'another', grant('chief_administrator'))).toBe(false)
    expect(mayRevoke(manager, 'someone', grant('claims_manager'))).toBe(true)
  })
})
