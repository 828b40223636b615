import { describe, expect, it } from '@jest/globals'
import { inconsistenciesOf } from '../../src/regimes/regime-checks.ts'
import { buildRegime } from './build-regime.ts'

function messagesOf(changes: Parameters<typeof buildRegime>[0]): string[] {
  return inconsistenciesOf(buildRegime(changes)).map(
    ({ path, message }) => `${path.map(String).join('/')}: ${message}`,
  )
}

describe('A regime whose parts do not fit each other', () => {
  it('is taken when they do', () => {
    expect(messagesOf({})).toEqual([])
  })

  it('may not ask for what a filing does not have', () => {
    const kind = { ...buildRegime().kinds[0]!, requires: ['/person/names|/person/nickname'] }
    expect(messagesOf({ kinds: [kind] })).toEqual([
      'kinds/0/requires/0: a filing has no /person/nickname',
    ])
  })

  it('may not hang a motive on one that is not there, nor on a second level', () => {
    const label = { es: 'x', en: 'x' }
    const motive = (code: string, parent?: string) => ({
      code,
      label,
      suggestsCorruption: false,
      source: 's',
      ...(parent === undefined ? {} : { parent }),
    })
    const motives = [
      motive('time'),
      motive('queue', 'time'),
      motive('line', 'queue'),
      motive('a', 'b'),
    ]
    expect(messagesOf({ motives })).toEqual([
      'motives/2/parent: motives have two levels, and queue is on the second',
      'motives/3/parent: there is no motive b',
    ])
  })

  it('must give every kind a term for its answer, an outcome and somebody who approves', () => {
    const { terms, outcomes, approvals } = buildRegime()
    const forOthers = { kinds: ['suggestion'] }
    expect(
      messagesOf({
        terms: terms.map((term) => ({ ...term, ...forOthers })),
        outcomes: outcomes.map((outcome) => ({ ...outcome, ...forOthers })),
        approvals: approvals.map((rule) => ({ ...rule, ...forOthers })),
      }),
    ).toEqual([
      'terms/0/kinds: there is no kind suggestion',
      'outcomes/0/kinds: there is no kind suggestion',
      'approvals/0/kinds: there is no kind suggestion',
      'kinds/0: complaint has no term for its answer',
      'kinds/0: complaint has no outcome',
      'kinds/0: complaint has nobody who approves its answer',
    ])
  })

  it('may not say the same kind twice, nor a pattern that is none', () => {
    const { kinds } = buildRegime()
    const documentType = { code: 'id', label: { es: 'x', en: 'x' }, pattern: '[0-9', source: 's' }
    expect(messagesOf({ kinds: [...kinds, ...kinds], documentTypes: [documentType] })).toEqual([
      'kinds/1/code: complaint is there twice',
      'documentTypes/0/pattern: is not a pattern',
    ])
  })

  it('may not end before it begins', () => {
    expect(messagesOf({ validUntil: '2019-12-31' })).toEqual(['validUntil: comes before validFrom'])
  })
})
