import { describe, expect, it } from '@jest/globals'
import { effectiveTerm } from '../../src/administrations/index.ts'
import type { OwnTerm } from '../../src/administrations/index.ts'
import type { TermRule } from '../../src/regimes/index.ts'
import { buildRegime } from '../regimes/build-regime.ts'

const law: TermRule = buildRegime().terms[0]!

function rules(terms: TermRule[], ...ownTerms: OwnTerm[]) {
  return { regime: buildRegime({ terms }), ownTerms }
}

function own(days: number, changes: Partial<OwnTerm> = {}): OwnTerm {
  return {
    step: 'answer',
    kind: '*',
    days,
    unit: 'business',
    validFrom: '2026-01-01',
    validUntil: null,
    source: 'Acuerdo',
    ...changes,
  }
}

function answerOn(day: string, terms: TermRule[], ...ownTerms: OwnTerm[]) {
  return effectiveTerm(rules(terms, ...ownTerms), 'answer', 'complaint', day)
}

describe('The terms that an administration sets itself', () => {
  it('hold from their day on; before it the law does', () => {
    expect(answerOn('2025-12-31', [law], own(10))?.days).toBe(15)
    expect(answerOn('2026-01-01', [law], own(10))).toMatchObject({
      days: 10,
      source: 'Acuerdo',
      basis: 'administration',
    })
  })

  it('hold for a kind before they hold for all, and the newest before the older', () => {
    const forComplaints = own(8, { kind: 'complaint' })
    const newer = own(6, { validFrom: '2026-06-01' })
    expect(answerOn('2026-07-01', [law], own(10), newer)?.days).toBe(6)
    expect(answerOn('2026-07-01', [law], newer, forComplaints)?.days).toBe(8)
  })

  it('never pass the limit of the law, also in another unit', () => {
    expect(answerOn('2026-07-01', [law], own(16))?.days).toBe(15)
    expect(answerOn('2026-07-01', [law], own(1, { unit: 'months' }))?.days).toBe(15)
    const months: TermRule = { ...law, days: 3, unit: 'months' }
    expect(answerOn('2026-07-01', [months], own(60))).toMatchObject({ days: 60, unit: 'business' })
    expect(answerOn('2026-07-01', [months], own(66))).toMatchObject({ days: 3, unit: 'months' })
  })

  it('may give the person more time to correct, and never less', () => {
    const correction: TermRule = { ...law, step: 'correction', days: 5 }
    const daysOf = (days: number) =>
      effectiveTerm(
        rules([correction], own(days, { step: 'correction' })),
        'correction',
        'complaint',
        '2026-07-01',
      )?.days
    expect(daysOf(10)).toBe(10)
    expect(daysOf(2)).toBe(5)
  })

  it('are missing until they are entered where the law leaves them to the administration', () => {
    const left: TermRule = { ...law, setByAdministration: true }
    expect(answerOn('2026-07-01', [left])).toBeUndefined()
    expect(answerOn('2026-07-01', [left], own(12))?.days).toBe(12)
  })
})
