import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { routeFiling } from '../../src/routing/route-filing.ts'
import type { FilingFacts, Organisation, RoutingRule } from '../../src/routing/routing-rule.ts'
import { graveNews, warningsOf, type Ground } from '../../src/routing/rule-warnings.ts'
import { buildRule } from './build-rule.ts'

const TODAY = '2026-03-02'
const ground: Ground = {
  units: [{ unitId: 'works', slug: 'works', name: 'Works', parentUnitId: null, ...always() }],
  services: [],
  centres: [],
  regime: {
    kinds: [{ code: 'need' }, { code: 'complaint' }],
    motives: [],
    spokenLanguages: [{ code: 'que' }, { code: 'aym' }],
  },
  people: { unitIds: new Set(['works']), centreIds: new Set(), responsible: true },
}
const withWater: Ground = {
  ...ground,
  services: [
    {
      serviceId: 'water',
      slug: 'water',
      name: 'Water',
      unitId: 'works',
      cost: null,
      requirements: null,
      term: null,
      ...always(),
    },
  ],
}

function always() {
  return { validFrom: null, validUntil: null }
}

function codesFor(rules: readonly RoutingRule[], ruleId: string): string[] {
  return (warningsOf(rules, withWater, TODAY).get(ruleId) ?? []).map(({ code }) => code)
}

describe('whoever writes rules is warned of', () => {
  it.each<[string, Partial<RoutingRule>, string[]]>([
    ['one whose last day has passed', { validUntil: '2026-03-01' }, ['over']],
    ['one whose first day is to come', { validFrom: '2026-03-03' }, ['not_yet']],
    ['one for a unit that was closed', { desk: 'unit', unitId: 'gone' }, ['unit_gone']],
    ['two words that find the same', { words: ['bache', 'luz', 'BACHES'] }, ['same_word']],
    ['one for a kind that the regime no longer has', { kinds: ['prayer'] }, ['nobody_meets']],
    ['one for a centre that was closed', { centreIds: ['shut'] }, ['nobody_meets']],
    ['nothing in one of whose kinds one is left', { kinds: ['prayer', 'need'] }, []],
    ['nothing in one that holds today', { validFrom: TODAY, validUntil: TODAY }, []],
  ])('%s', (_, more, codes) => {
    expect(codesFor([buildRule('only', more)], 'only')).toEqual(codes)
  })

  it.each<[string, Partial<RoutingRule>, Partial<RoutingRule>]>([
    ['behind one without conditions', {}, { kinds: ['need'] }],
    ['behind one for more kinds', { kinds: ['need', 'complaint'] }, { kinds: ['need'] }],
    ['behind one with more words', { words: ['luz', 'poste'] }, { words: ['poste'] }],
    ['behind one that excludes less', {}, { exceptWords: ['luz'] }],
    ['behind one that holds longer', {}, { validUntil: '2026-09-01' }],
    ['behind one for the owner', { desk: 'unit' }, { desk: 'unit', serviceIds: ['water'] }],
  ])('a rule that never decides, %s', (_, earlier, later) => {
    expect(codesFor([buildRule('a', earlier), buildRule('b', later)], 'b')).toEqual(['behind'])
  })

  it.each<[string, Partial<RoutingRule>, Partial<RoutingRule>]>([
    ['one that asks for less', { kinds: ['need'] }, {}],
    ['one with other words', { words: ['luz'] }, { words: ['luz', 'poste'] }],
    ['one that the earlier excludes', { exceptWords: ['luz'] }, {}],
    ['one for filings without service', { desk: 'unit' }, {}],
    ['one that lasts longer', { validUntil: '2026-09-01' }, {}],
    ['one behind a rule that is over', { validUntil: '2026-01-01' }, {}],
    ['one behind a rule still to come', { validFrom: '2026-09-01' }, {}],
    ['one for people named', { officialNamed: false }, { officialNamed: true }],
  ])('nothing in %s', (_, earlier, later) => {
    expect(codesFor([buildRule('a', earlier), buildRule('b', later)], 'b')).toEqual([])
  })

  it.each<[string, Partial<RoutingRule>]>([
    ['the unit of the rule', { desk: 'unit', unitId: 'works' }],
    ['the unit that owns a service', { desk: 'unit', serviceIds: ['water'] }],
  ])('%s, where nobody takes cases in', (_, rule) => {
    const nobody = { unitIds: new Set<string>(), centreIds: new Set<string>(), responsible: true }
    const empty = { ...withWater, people: nobody }
    const warnings = warningsOf([buildRule('only', rule)], empty, TODAY).get('only')
    expect(warnings).toEqual([{ code: 'nobody_there', places: ['Works'] }])
  })

  it('a rule that leaves nothing to all that follow, and is asked once', () => {
    const rules = [buildRule('b', { kinds: ['need'] }), buildRule('c', { words: ['luz'] })]
    const before = warningsOf(rules, withWater, TODAY)
    const after = warningsOf([buildRule('a'), ...rules], withWater, TODAY)
    expect(after.get('a')).toEqual([{ code: 'takes_all', count: 2 }])
    expect(graveNews(before, after).map(({ warning }) => warning.code)).toEqual([
      'takes_all',
      'behind',
      'behind',
    ])
    expect(graveNews(after, after)).toEqual([])
  })

  it('no rule that any filing could still reach', () => {
    const some = <T>(...values: T[]) => fc.subarray(values)
    const anyRule = fc.record({
      kinds: some('need', 'complaint'),
      channels: some('web', 'phone'),
      languages: some('que', 'aym'),
      words: some('luz', 'bache'),
      exceptWords: some('poste'),
      officialNamed: fc.constantFrom(null, true, false),
      desk: fc.constantFrom('claims_manager' as const, 'unit' as const),
    })
    const anyFiling = fc.record({
      kind: fc.constantFrom('need', 'complaint'),
      channel: fc.constantFrom('web', 'phone'),
      spokenLanguage: fc.constantFrom(null, 'que', 'aym'),
      text: some('luz', 'bache', 'poste').map((words) => words.join(' ')),
      serviceId: fc.constantFrom(null, 'water'),
      named: fc.boolean(),
    })
    fc.assert(
      fc.property(anyRule, anyRule, anyFiling, (earlier, later, filing) => {
        const rules = [buildRule('a', earlier), buildRule('b', later)]
        const decision = routeFiling(rules, factsOf(filing), organisation)
        return decision.ruleId !== 'b' || codesFor(rules, 'b').length === 0
      }),
      { numRuns: 2000 },
    )
  })
})

const organisation: Organisation = {
  serviceUnits: new Map([['water', 'works']]),
  unitParents: new Map([['works', null]]),
  unitHeads: new Map(),
  centreHeads: new Map(),
  officialAccounts: new Map(),
}

function factsOf({
  named,
  ...filing
}: {
  kind: string
  channel: string
  spokenLanguage: string | null
  text: string
  serviceId: string | null
  named: boolean
}): FilingFacts {
  const namedOfficials = named
    ? [{ officialId: 'o', certainty: 'named' as const, matched: '…' }]
    : []
  return { ...filing, centreId: 'north', motives: [], signals: [], namedOfficials, on: TODAY }
}
