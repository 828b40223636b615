import { describe, expect, it } from '@jest/globals'
import type { Case } from '../../../src/cases/case.ts'
import { CASE_STATES } from '../../../src/cases/case-states.ts'
import { ANSWER_BY } from '../../../src/cases/filing.ts'
import type { Known } from '../../../src/cases/pages/follow/case-view.ts'
import type { Visit } from '../../../src/cases/pages/follow/visit.ts'
import {
  choicesOf,
  headingOf,
  leadsOn,
  whatNext,
} from '../../../src/cases/pages/follow/what-now.ts'
import { personActions } from '../../../src/cases/person-policy.ts'
import { languages, translator } from '../../../src/platform/i18n/index.ts'
import { buildRegime } from '../../regimes/build-regime.ts'

const TODAY = '2026-03-02'

function visitTo(changes: Partial<Case>, afterUnresolved: 'review' | 'linked_case' = 'review') {
  const regime = buildRegime({ afterUnresolved })
  const item = {
    state: 'registered',
    kind: 'complaint',
    caseNumber: 'DEMO-2026-000001',
    reviewAsked: false,
    answerBy: 'none',
    closeReason: null,
    outsideBody: 'Comisión del Agua',
    outsideNumber: 'CA-1',
    ...changes,
  } as Case
  const actions = personActions(item, regime, TODAY)
  return { item, regime, actions, today: TODAY, lang: 'es', t: translator('es') } as Visit
}

const answer = { outcome: 'upheld', outcomeLabel: 'Sí', text: 'Sí.', measures: null }
function known(changes: Partial<Known> = {}, answered = true) {
  return {
    status: { answer: answered ? answer : null },
    rating: null,
    reviewDueOn: null,
    linkedNumber: 'DEMO-2026-000009',
    ...changes,
  } as Known
}
const rating = (resolved: 'yes' | 'partly' | 'no') =>
  known({ rating: { resolved, satisfaction: 1, commentContentId: null, ratedAt: new Date(0) } })

describe('What the person is told', () => {
  it.each(languages.flatMap((language) => CASE_STATES.map((state) => [language, state] as const)))(
    'is complete in "%s" for state %s',
    (language, state) => {
      for (const answerBy of ANSWER_BY) {
        const visit = { ...visitTo({ state, answerBy }), lang: language, t: translator(language) }
        expect(headingOf(visit, known())).not.toBe('')
        for (const line of whatNext(visit, known())) expect(line).not.toMatch(/[{}]/)
      }
    },
  )

  it('of an unresolved answer is a review where the regime has one', () => {
    const next = leadsOn(visitTo({ state: 'notified' }), rating('no'))
    expect(next?.href).toBe('/seguimiento/DEMO-2026-000001/revision')
  })

  it('of an unresolved answer is a new, linked case where it has none', () => {
    const next = leadsOn(visitTo({ state: 'notified' }, 'linked_case'), rating('no'))
    expect(next?.href).toBe('/seguimiento/DEMO-2026-000001/otro')
  })

  it('is nothing more when it was resolved, even in part, or a review was asked', () => {
    const notified = visitTo({ state: 'notified' })
    expect(leadsOn(notified, rating('yes'))).toBeNull()
    expect(leadsOn(notified, rating('partly'))).toBeNull()
    expect(leadsOn(visitTo({ state: 'notified', reviewAsked: true }), rating('no'))).toBeNull()
  })

  it('of a compliment that was passed on asks for no opinion on an answer', () => {
    const visit = visitTo({ state: 'notified', kind: 'compliment' })
    expect(headingOf(visit, known({}, false))).toBe('Pasamos su felicitación')
    expect(choicesOf(visit, known({}, false))).toEqual([])
  })
})
