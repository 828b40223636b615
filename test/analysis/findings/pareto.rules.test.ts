import { describe, expect, it } from '@jest/globals'
import { rankCauses } from '../../../src/analysis/findings/pareto.ts'
import { buildIdeas } from './ideas.ts'

const vitalOf = (rows: ReturnType<typeof rankCauses>) =>
  rows.filter(({ vital }) => vital).map(({ code }) => code)

describe('A Pareto of causes', () => {
  // 10 + 6 + 3 + 1 = 20 ideas: 10 and 6 are 16, which is four fifths to the dot
  const ideas = [
    ...buildIdeas(6, { code: 'information', severity: 1 }),
    ...buildIdeas(1, { code: 'trust', severity: 4 }),
    ...buildIdeas(10, { code: 'wait', severity: 1 }),
    ...buildIdeas(3, { code: 'treatment', severity: 4 }),
  ]

  it('by frequency stops at the smallest set that reaches four fifths', () => {
    const rows = rankCauses(ideas, 'frequency')
    expect(rows.map(({ code, ideas: count }) => [code, count])).toEqual([
      ['wait', 10],
      ['information', 6],
      ['treatment', 3],
      ['trust', 1],
    ])
    expect(rows.map(({ cumulative }) => cumulative)).toEqual([0.5, 0.8, 0.95, 1])
    expect(vitalOf(rows)).toEqual(['wait', 'information'])
  })

  it('by severity puts what is grave first, and may choose others', () => {
    // 3 × 4 = 12, 10 × 1, 6 × 1, 1 × 4: 32 in all, four fifths are 25.6, reached with 28
    const rows = rankCauses(ideas, 'severity')
    expect(rows.map(({ code, weight }) => [code, weight])).toEqual([
      ['treatment', 12],
      ['wait', 10],
      ['information', 6],
      ['trust', 4],
    ])
    expect(rows[0]!.share).toBe(0.375)
    expect(vitalOf(rows)).toEqual(['treatment', 'wait', 'information'])
  })

  it('orders ties the same way whatever the order of the ideas, and says who was left out by a tie', () => {
    const tied = ['b', 'a', 'c', 'e', 'd'].flatMap((code) => buildIdeas(2, { code }))
    const rows = rankCauses(tied, 'frequency')
    expect(rows.map(({ code }) => code)).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(rankCauses(tied.toReversed(), 'frequency')).toEqual(rows)
    expect(vitalOf(rows)).toEqual(['a', 'b', 'c', 'd'])
    expect(rows.filter((row) => row.tied).map(({ code }) => code)).toEqual(['e'])
  })

  it('breaks a tie in number by severity before the name', () => {
    const rows = rankCauses(
      [...buildIdeas(2, { code: 'a', severity: 1 }), ...buildIdeas(2, { code: 'z', severity: 4 })],
      'frequency',
    )
    expect(rows.map(({ code }) => code)).toEqual(['z', 'a'])
  })

  it('tells ideas from cases: who says the same twice is one case', () => {
    const [row] = rankCauses(buildIdeas(3, { caseId: 'one' }), 'frequency')
    expect(row).toMatchObject({ ideas: 3, cases: 1, share: 1, vital: true })
  })

  it('of nothing is nothing, and a single cause is all of it', () => {
    expect(rankCauses([], 'frequency')).toEqual([])
    expect(vitalOf(rankCauses(buildIdeas(1), 'severity'))).toEqual(['wait'])
  })
})
