import { describe, expect, it } from '@jest/globals'
import {
  BY_LOAD,
  planHandover,
  TO_UNIT,
  type CaseToGive,
  type UnitPeople,
} from '../../src/workload/plan-handover.ts'

const units = new Map<string, UnitPeople>([
  ['agua', { present: ['ana', 'beto'], heads: ['jefa'] }],
  ['calle', { present: [], heads: [] }],
])
const loads = new Map([
  ['ana', 5],
  ['beto', 3],
])
const item = (caseId: string, more: Partial<CaseToGive> = {}): CaseToGive => ({
  caseId,
  unitId: 'agua',
  movable: true,
  named: [],
  ...more,
})
const plan = (destination: string, ...cases: CaseToGive[]) =>
  planHandover(cases, destination, units, loads).map(({ to, stays }) => stays ?? to)

describe('A handover', () => {
  it('by load fills up whoever has least, case by case', () => {
    const five = ['1', '2', '3', '4', '5'].map((id) => item(id))
    expect(plan(BY_LOAD, ...five)).toEqual(['beto', 'beto', 'ana', 'beto', 'ana'])
  })

  it('gives nobody a case that names them', () => {
    expect(plan(BY_LOAD, item('1', { named: ['beto'] }))).toEqual(['ana'])
    expect(plan('ana', item('1', { named: ['ana'] }))).toEqual(['named'])
    expect(plan(TO_UNIT, item('1', { named: ['jefa'] }))).toEqual(['nobody'])
  })

  it.each([
    ['goes to the desk of a unit with a head', TO_UNIT, item('1'), null],
    ['goes to the head as to anybody else', 'jefa', item('1'), 'jefa'],
    ['stays where nobody is left', BY_LOAD, item('1', { unitId: 'calle' }), 'nobody'],
    ['stays without a unit that is open', 'ana', item('1', { unitId: 'luz' }), 'no_unit'],
    ['stays with somebody of another unit asked', 'zoe', item('1'), 'not_of_unit'],
    ['stays where the step does not exist', 'ana', item('1', { movable: false }), 'step'],
  ])('%s', (_what, destination, given, outcome) => {
    expect(plan(destination, given)).toEqual([outcome])
  })
})
