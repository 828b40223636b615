import { describe, expect, it } from '@jest/globals'
import { CASE_STATES, type CaseState } from '../../src/cases/case-states.ts'
import { personActions } from '../../src/cases/person-policy.ts'
import { readRegimePack } from '../../src/regimes/index.ts'
import { buildRegime } from '../regimes/build-regime.ts'

const DAY = '2026-03-02'
const regime = buildRegime()
const ANSWERED = {
  kind: 'complaint',
  reviewAsked: false,
  summary: 'La fila.',
  held: false,
} as const
const may = (state: CaseState, kind = 'complaint', reviewAsked = false) =>
  [...personActions({ ...ANSWERED, state, kind, reviewAsked }, regime, DAY)].sort()

describe('The person of a case', () => {
  it.each<[CaseState, string[]]>([
    ['registered', ['add_information', 'erase', 'withdraw']],
    ['in_triage', ['add_information', 'erase', 'withdraw']],
    ['awaiting_correction', ['add_information', 'correct', 'erase', 'withdraw']],
    ['in_analysis', ['add_information', 'erase', 'withdraw']],
    ['response_issued', ['add_information', 'erase', 'withdraw']],
    ['notified', ['ask_review', 'rate']],
    ['closed', ['ask_review', 'rate']],
    ['transferred', []],
    ['archived', ['erase']],
  ])('may do in state %s only %j', (state, actions) => {
    expect(may(state)).toEqual(actions)
  })

  it('erases a case once', () => {
    const erased = { ...ANSWERED, state: 'archived', summary: '' } as const
    expect([...personActions(erased, regime, DAY)]).toEqual([])
  })

  it('erases no case that is kept as proof', () => {
    const held = { ...ANSWERED, state: 'in_triage', held: true } as const
    expect([...personActions(held, regime, DAY)].sort()).toEqual(['add_information', 'withdraw'])
  })

  it('asks for a review once at a time', () => {
    expect(may('notified', 'complaint', true)).toEqual(['rate'])
  })

  it('has no review where the regime leads to a new case', () => {
    const linked = buildRegime({ afterUnresolved: 'linked_case' })
    const item = { ...ANSWERED, state: 'notified' } as const
    expect([...personActions(item, linked, DAY)]).toEqual(['rate'])
  })

  it('has no review in Peru, and has one in Guanajuato', async () => {
    const item = { ...ANSWERED, state: 'closed' } as const
    const actions = async (name: string) =>
      personActions(item, await readRegimePack(`packs/regimes/${name}.yaml`), DAY)
    expect((await actions('pe-ds-007-2020-pcm')).has('ask_review')).toBe(false)
    expect((await actions('mx-guanajuato-mas')).has('ask_review')).toBe(true)
  })

  it('never takes a step of the office', () => {
    const all = CASE_STATES.flatMap((state) => may(state, 'suggestion'))
    expect([...new Set(all)].sort()).toEqual([
      'add_information',
      'ask_review',
      'correct',
      'erase',
      'rate',
      'withdraw',
    ])
  })
})
