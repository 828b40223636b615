import { describe, expect, it } from '@jest/globals'
import {
  closedKinds,
  findTerm,
  isTransitionOn,
  openKinds,
} from '../../src/regimes/applicable-rules.ts'
import type { TermRule } from '../../src/regimes/regime.ts'
import { buildRegime } from './build-regime.ts'

function term(days: number, changes: Partial<TermRule> = {}): TermRule {
  return { ...buildRegime().terms[0]!, days, ...changes }
}

describe('The rules of a day', () => {
  const reform = buildRegime({
    terms: [term(30, { until: '2026-06-30' }), term(15, { from: '2026-07-01' })],
  })

  it.each([
    ['2026-06-30', 30],
    ['2026-07-01', 15],
  ])('are those in force on it: on %s the answer takes %d days', (day, days) => {
    expect(findTerm(reform, 'answer', 'complaint', day)?.days).toBe(days)
  })

  it('prefer what is said of the kind to what is said of all', () => {
    const regime = buildRegime({ terms: [term(30), term(10, { kinds: ['complaint'] })] })
    expect(findTerm(regime, 'answer', 'complaint', '2026-01-01')?.days).toBe(10)
    expect(findTerm(regime, 'answer', 'suggestion', '2026-01-01')?.days).toBe(30)
  })

  it('leave on every step that they do not mention', () => {
    const regime = buildRegime({
      transitions: [{ action: 'reopen', kinds: ['complaint'], allowed: false, source: 's' }],
    })
    expect(isTransitionOn(regime, 'reopen', 'complaint', '2026-01-01')).toBe(false)
    expect(isTransitionOn(regime, 'reopen', 'need', '2026-01-01')).toBe(true)
    expect(isTransitionOn(regime, 'withdraw', 'complaint', '2026-01-01')).toBe(true)
  })
})

describe('A kind that needs an authorisation', () => {
  const [complaint] = buildRegime().kinds
  const needsAuthorisation = {
    code: 'own-system',
    reason: { es: 'Falta el permiso', en: 'The permit is missing' },
    source: 's',
  }
  const regime = buildRegime({ kinds: [{ ...complaint!, needsAuthorisation }] })

  it('stays off, with its reason, until one is recorded', () => {
    const closed = closedKinds(regime, new Set(), '2026-01-01')
    expect(openKinds(regime, new Set(), '2026-01-01')).toEqual([])
    expect(closed.map((kind) => kind.needsAuthorisation?.reason.en)).toEqual([
      'The permit is missing',
    ])
  })

  it('is on once it is', () => {
    const authorised = new Set(['own-system'])
    expect(openKinds(regime, authorised, '2026-01-01')).toHaveLength(1)
    expect(closedKinds(regime, authorised, '2026-01-01')).toEqual([])
  })
})
