import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { routeFiling, tryRules } from '../../src/routing/route-filing.ts'
import type { FilingFacts, Organisation, RoutingRule } from '../../src/routing/routing-rule.ts'
import { buildRule as rule } from './build-rule.ts'

function facts(more: Partial<FilingFacts> = {}): FilingFacts {
  return {
    kind: 'complaint',
    centreId: 'north',
    serviceId: 'water',
    motives: ['delay'],
    channel: 'web',
    spokenLanguage: 'que',
    text: 'No hay agua desde el lunes',
    signals: [],
    namedOfficials: [],
    on: '2026-11-23',
    ...more,
  }
}

const organisation: Organisation = {
  serviceUnits: new Map([
    ['water', 'works'],
    ['parks', 'closed-unit'],
  ]),
  unitParents: new Map([
    ['works', 'town'],
    ['legal', 'town'],
    ['town', null],
  ]),
  unitHeads: new Map([
    ['works', ['head-of-works']],
    ['town', ['head-of-town']],
  ]),
  centreHeads: new Map([['north', ['head-of-north']]]),
  officialAccounts: new Map([
    ['o-works', 'head-of-works'],
    ['o-town', 'head-of-town'],
    ['o-north', 'head-of-north'],
    ['o-clerk', 'clerk'],
  ]),
}

function named(...officialIds: string[]): FilingFacts['namedOfficials'] {
  return officialIds.map((officialId) => ({ officialId, certainty: 'named', matched: '…' }))
}

function route(rules: RoutingRule[], more: Partial<FilingFacts> = {}) {
  return routeFiling(rules, facts(more), organisation)
}

describe('a filing', () => {
  it('goes by the first rule that matches', () => {
    const rules = [
      rule('compliments', { kinds: ['compliment'] }),
      rule('water', { serviceIds: ['water'], desk: 'unit' }),
      rule('all', { desk: 'centre' }),
    ]
    expect(route(rules)).toMatchObject({ ruleId: 'water', desk: 'unit', unitId: 'works' })
  })

  it('that no rule matches goes to the responsible of the book, with the owner of the service suggested', () => {
    expect(route([rule('other', { kinds: ['need'] })])).toMatchObject({
      ruleId: null,
      desk: 'claims_manager',
      unitId: 'works',
      priority: 0,
      restricted: null,
      assignAtOnce: false,
    })
    expect(route([], { serviceId: null })).toMatchObject({ desk: 'claims_manager', unitId: null })
  })

  it.each<[string, Partial<RoutingRule>, boolean]>([
    ['its kind', { kinds: ['need', 'complaint'] }, true],
    ['another kind', { kinds: ['need'] }, false],
    ['its centre', { centreIds: ['north'] }, true],
    ['another centre', { centreIds: ['south'] }, false],
    ['its service', { serviceIds: ['water'] }, true],
    ['another service', { serviceIds: ['parks'] }, false],
    ['one of its motives', { motives: ['delay', 'price'] }, true],
    ['another motive', { motives: ['price'] }, false],
    ['its channel', { channels: ['web'] }, true],
    ['another channel', { channels: ['phone'] }, false],
    ['its language', { languages: ['que', 'aym'] }, true],
    ['another language', { languages: ['nah'] }, false],
    ['a word of its text', { words: ['luz', 'agua'] }, true],
    ['a word that is missing', { words: ['luz'] }, false],
    ['no word that excludes it', { exceptWords: ['luz'] }, true],
    ['a word that excludes it', { words: ['agua'], exceptWords: ['lunes'] }, false],
    ['a signal that it lacks', { signals: ['violence'] }, false],
    ['no official named', { officialNamed: false }, true],
    ['an official named', { officialNamed: true }, false],
    ['a day before it', { validFrom: '2026-11-23', validUntil: '2026-11-23' }, true],
    ['a day after it', { validFrom: '2026-11-24' }, false],
    ['a day gone by', { validUntil: '2026-11-22' }, false],
    ['several conditions that hold', { kinds: ['complaint'], words: ['agua'] }, true],
    ['several conditions of which one fails', { kinds: ['need'], words: ['agua'] }, false],
  ])('is held against a rule with %s', (_, conditions, matched) => {
    expect(route([rule('only', conditions)]).ruleId).toBe(matched ? 'only' : null)
  })

  it('passes over a rule for a unit that no longer exists, or for the owner of no service', () => {
    const owner = rule('owner', { desk: 'unit' })
    expect(route([owner], { serviceId: 'parks' }).ruleId).toBeNull()
    expect(route([owner], { serviceId: null }).ruleId).toBeNull()
    expect(route([rule('gone', { desk: 'unit', unitId: 'closed-unit' })]).ruleId).toBeNull()
  })

  it('tells which conditions of each tried rule held, and on what', () => {
    const rules = [
      rule('light', { kinds: ['complaint'], words: ['luz'] }),
      rule('water', { words: ['agua', 'fuga'] }),
      rule('rest'),
    ]
    const { why } = route(rules)
    expect(why.map(({ ruleId, matched }) => [ruleId, matched])).toEqual([
      ['light', false],
      ['water', true],
    ])
    expect(why[0]?.reasons).toContainEqual({ condition: 'kind', ok: true, found: ['complaint'] })
    expect(why[0]?.reasons).toContainEqual({ condition: 'words', ok: false, found: [] })
    expect(why[1]?.reasons).toContainEqual({ condition: 'words', ok: true, found: ['agua'] })
    expect(tryRules(rules, facts(), organisation)).toHaveLength(3)
  })
})

describe('a text that describes danger', () => {
  it('comes first and alerts the head of the centre', () => {
    const signals = [{ signal: 'danger' as const, word: 'peligro' }]
    const decision = route([rule('low', { desk: 'centre' })], { signals })
    expect(decision).toMatchObject({ desk: 'centre', priority: 2, alert: true, restricted: null })
  })
})

describe('a text that describes a bribe', () => {
  const signals = [{ signal: 'corruption' as const, word: 'mordida' }]

  it('is restricted and waits for triage, whatever the rule that matches', () => {
    const rules = [rule('water', { desk: 'unit', unitId: 'works', assignAtOnce: true })]
    expect(route(rules, { signals })).toMatchObject({
      desk: 'claims_manager',
      unitId: null,
      restricted: 'corruption',
      assignAtOnce: false,
    })
  })

  it('goes where a rule about bribes sends it, still for a person to confirm', () => {
    const rules = [
      rule('bribes', {
        signals: ['corruption'],
        desk: 'unit',
        unitId: 'legal',
        assignAtOnce: true,
      }),
    ]
    expect(route(rules, { signals })).toMatchObject({
      desk: 'unit',
      unitId: 'legal',
      restricted: 'corruption',
      assignAtOnce: false,
    })
  })
})

describe('a text that describes violence', () => {
  it('is restricted and can have a rule of its own', () => {
    const signals = [{ signal: 'violence' as const, word: 'acoso' }]
    const rules = [rule('care', { signals: ['violence'], desk: 'unit', unitId: 'legal' })]
    expect(route(rules, { signals })).toMatchObject({ unitId: 'legal', restricted: 'violence' })
  })
})

describe('a restricted rule', () => {
  it('says why it is restricted', () => {
    expect(route([rule('care', { restricted: true })]).restricted).toBe('by_rule')
    const people = rule('people', { officialNamed: true, restricted: true })
    expect(route([people], { namedOfficials: named('o-clerk') }).restricted).toBe('official_named')
  })
})

describe('a filing that names an official', () => {
  const toUnit = rule('unit', { desk: 'unit', assignAtOnce: true })
  const toCentre = rule('centre', { desk: 'centre' })

  it('never lands in the unit that this person heads, but in the one above', () => {
    expect(route([toUnit], { namedOfficials: named('o-works') })).toMatchObject({
      desk: 'unit',
      unitId: 'town',
      movedUp: true,
      assignAtOnce: false,
      restricted: null,
      excludedAccountIds: ['head-of-works'],
    })
  })

  it('goes to the responsible when the heads above are named too', () => {
    expect(route([toUnit], { namedOfficials: named('o-works', 'o-town') })).toMatchObject({
      desk: 'claims_manager',
      unitId: null,
      restricted: 'official_named',
    })
  })

  it('never lands on the desk of the centre that this person heads', () => {
    const namedOfficials = named('o-north')
    expect(route([toCentre], { namedOfficials })).toMatchObject({
      desk: 'claims_manager',
      restricted: 'official_named',
    })
    expect(route([toCentre], { namedOfficials, kind: 'compliment' })).toMatchObject({
      desk: 'claims_manager',
      restricted: null,
    })
  })

  it('stays where it belongs when the person named heads nothing, and leaves this person out', () => {
    expect(route([toUnit], { namedOfficials: named('o-clerk') })).toMatchObject({
      desk: 'unit',
      unitId: 'works',
      movedUp: false,
      assignAtOnce: true,
      excludedAccountIds: ['clerk'],
    })
  })

  it('moves for nobody who is only possibly named', () => {
    const namedOfficials = [
      { officialId: 'o-works', certainty: 'possible' as const, matched: 'Rojas' },
    ]
    expect(route([toUnit], { namedOfficials })).toMatchObject({
      unitId: 'works',
      excludedAccountIds: [],
    })
  })

  it('does not turn for ever in units that stand in a circle', () => {
    const circle: Organisation = {
      ...organisation,
      unitParents: new Map([
        ['works', 'town'],
        ['town', 'works'],
      ]),
    }
    const namedOfficials = named('o-works', 'o-town')
    expect(routeFiling([toUnit], facts({ namedOfficials }), circle).desk).toBe('claims_manager')
  })

  it('lies, whatever rules and names there are, on no desk of somebody named', () => {
    const anyRule = fc
      .record({
        desk: fc.constantFrom('claims_manager' as const, 'centre' as const, 'unit' as const),
        unitId: fc.constantFrom(null, 'works', 'legal', 'town', 'closed-unit'),
        kinds: fc.constantFrom([], ['complaint'], ['need']),
        assignAtOnce: fc.boolean(),
      })
      .map((more) => rule('any', more))
    const names = fc.subarray(['o-works', 'o-town', 'o-north', 'o-clerk'])
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 5 }), names, (rules, officials) => {
        const decision = route(rules, { namedOfficials: named(...officials) })
        const heads = [
          ...(decision.desk === 'centre' ? ['head-of-north'] : []),
          ...(organisation.unitHeads.get(decision.unitId ?? '') ?? []),
        ]
        return (
          heads.every((head) => !decision.excludedAccountIds.includes(head)) &&
          (decision.desk !== 'unit' || decision.unitId !== null)
        )
      }),
    )
  })
})
