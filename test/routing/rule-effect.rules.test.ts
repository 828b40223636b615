import { describe, expect, it } from '@jest/globals'
import { effectOf } from '../../src/routing/rule-effect.ts'
import { movedOnce } from '../../src/routing/rule-order.ts'
import type { FilingFacts, Organisation } from '../../src/routing/routing-rule.ts'
import { buildRule } from './build-rule.ts'

const organisation: Organisation = {
  serviceUnits: new Map(),
  unitParents: new Map([
    ['works', null],
    ['parks', null],
  ]),
  unitHeads: new Map(),
  centreHeads: new Map(),
  officialAccounts: new Map(),
}
const people = { unitIds: new Set(['works']), centreIds: new Set(['north']), responsible: true }
const filing = (text: string): FilingFacts => ({
  kind: 'complaint',
  centreId: 'north',
  serviceId: null,
  motives: [],
  channel: 'web',
  spokenLanguage: null,
  text,
  signals: [],
  namedOfficials: [],
  on: '2026-03-02',
})
const holes = buildRule('holes', { words: ['bache'], desk: 'unit', unitId: 'works' })
const filings = ['Hay un bache', 'Dos baches', 'Falta una poda'].map(filing)

describe('What a change of the rules would have done to the last cases', () => {
  it('is counted from place to place', () => {
    const after = [buildRule('centre', { desk: 'centre' }), holes]
    expect(effectOf({ before: [holes], after }, filings, organisation, people)).toEqual({
      tried: 3,
      moves: [
        { from: { desk: 'unit', unitId: 'works' }, to: { desk: 'centre', unitId: null }, count: 2 },
        {
          from: { desk: 'claims_manager', unitId: null },
          to: { desk: 'centre', unitId: null },
          count: 1,
        },
      ],
      otherwise: 0,
      unruled: { before: 1, after: 0 },
      decides: new Map([['centre', 3]]),
    })
  })

  it('counts another urgency apart, and to a unit without people none goes', () => {
    const parks = buildRule('parks', { words: ['poda'], desk: 'unit', unitId: 'parks' })
    const after = [{ ...holes, priority: 1 as const }, parks]
    const effect = effectOf({ before: [holes], after }, filings, organisation, people)
    expect(effect.otherwise).toBe(2)
    expect(effect.moves).toEqual([
      {
        from: { desk: 'claims_manager', unitId: null },
        to: { desk: 'claims_manager', unitId: 'parks' },
        count: 1,
      },
    ])
  })
})

describe('A rule that is moved', () => {
  it.each<[string, string, 'up' | 'down', string[]]>([
    ['up one place', 'b', 'up', ['b', 'a', 'c']],
    ['down one place', 'b', 'down', ['a', 'c', 'b']],
    ['not past the first', 'a', 'up', ['a', 'b', 'c']],
    ['not past the last', 'c', 'down', ['a', 'b', 'c']],
    ['only where it is known', 'x', 'up', ['a', 'b', 'c']],
  ])('goes %s', (_, ruleId, direction, expected) => {
    expect(movedOnce(['a', 'b', 'c'], ruleId, direction)).toEqual(expected)
  })
})
