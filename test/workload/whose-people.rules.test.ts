import { describe, expect, it } from '@jest/globals'
import type { Colleague, Role, Staff } from '../../src/people/index.ts'
import { inOrder, readOrder } from '../../src/workload/load-order.ts'
import { peopleOf } from '../../src/workload/workload-policy.ts'

const TOWN = 'town'

const colleague = (name: string, role: Role, place: { unitId?: string; centreId?: string }) => ({
  accountId: name,
  name,
  posts: [{ role, centreId: null, unitId: null, since: '2026-01-01', ...place }],
})

const COLLEAGUES: Colleague[] = [
  colleague('Agua', 'unit_handler', { unitId: 'agua' }),
  colleague('Catastro', 'unit_handler', { unitId: 'catastro' }),
  colleague('Centro', 'office_head', { centreId: 'centro' }),
  colleague('Norte', 'office_head', { centreId: 'norte' }),
  colleague('Auditora', 'auditor', {}),
]

const staff = (role: Role, place: { unitId?: string; centreId?: string } = {}): Staff => ({
  accountId: 'me',
  name: 'Me',
  email: 'me@town.example',
  language: 'es',
  workplaces: [],
  grants: [{ role, administrationId: TOWN, centreId: null, unitId: null, ...place }],
})

const names = (viewer: Staff) => peopleOf(viewer, TOWN, COLLEAGUES).map(({ name }) => name)

describe('Whose work somebody shares out', () => {
  it.each([
    ['the responsible, of all who may have cases', staff('claims_manager'), 4],
    ['the alternate too', staff('deputy_claims_manager'), 4],
    ['an auditor, of nobody', staff('auditor'), 0],
    ['somebody of a unit, of nobody', staff('unit_handler', { unitId: 'agua' }), 0],
  ])('%s', (_who, viewer, count) => {
    expect(names(viewer)).toHaveLength(count)
  })

  it('the head of a unit, of that unit alone, and of a centre, of that centre alone', () => {
    expect(names(staff('unit_head', { unitId: 'agua' }))).toEqual(['Agua'])
    expect(names(staff('office_head', { centreId: 'norte' }))).toEqual(['Norte'])
  })
})

describe('The table of what each has in hand', () => {
  const load = (open: number) => ({ open, dueSoon: 0, overdue: 0, waiting: 0, medianDays: null })
  const people = ['Zoé', 'Ana', 'Luz'].map((name, at) => ({
    accountId: name,
    name,
    load: load(at === 2 ? 7 : 3),
  }))

  it('stands by name unless somebody asks otherwise', () => {
    expect(readOrder('best')).toBe('name')
    expect(inOrder(people, readOrder(undefined)).map(({ name }) => name)).toEqual([
      'Ana',
      'Luz',
      'Zoé',
    ])
  })

  it('begins with the most, equals by name', () => {
    expect(inOrder(people, readOrder('open')).map(({ name }) => name)).toEqual([
      'Luz',
      'Ana',
      'Zoé',
    ])
  })
})
