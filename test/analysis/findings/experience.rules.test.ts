import { describe, expect, it } from '@jest/globals'
import { mapExperience, withoutStage } from '../../../src/analysis/findings/experience.ts'
import { buildIdea, buildIdeas } from './ideas.ts'

const STAGES = ['before', 'during', 'after']

describe('The map of the experience', () => {
  const ideas = [
    ...buildIdeas(3, { stage: 'during', code: 'wait', valence: -2 }),
    ...buildIdeas(2, { stage: 'during', code: 'wait', valence: -1 }),
    buildIdea({ stage: 'during', code: 'treatment', valence: 2 }),
    buildIdea({ stage: 'before', code: 'information', valence: 0 }),
    buildIdea({ stage: null }),
    buildIdea({ stage: 'a stage of another frame' }),
  ]
  const [before, during, after] = mapExperience(ideas, STAGES)

  it('has the mean valence of each stage with its n', () => {
    // (3 × -2 + 2 × -1 + 2) / 6
    expect([during!.n, during!.emotion]).toEqual([6, -1])
    expect([before!.n, before!.emotion]).toEqual([1, 0])
  })

  it('has no emotion where nobody spoke: that is not a zero', () => {
    expect(after).toEqual({ stage: 'after', n: 0, emotion: null, points: [] })
  })

  it('marks pains, the heaviest first', () => {
    expect(during!.points.map(({ code, n, emotion, pain }) => [code, n, emotion, pain])).toEqual([
      ['wait', 5, -1.6, true],
      ['treatment', 1, 2, false],
    ])
  })

  it('calls a moment of truth where five or more meet and half of them are strong', () => {
    expect(during!.points.map(({ momentOfTruth }) => momentOfTruth)).toEqual([true, false])
    const [four] = mapExperience(buildIdeas(4, { stage: 'during', valence: -2 }), ['during'])
    expect(four!.points[0]!.momentOfTruth).toBe(false)
    const mild = buildIdeas(6, { stage: 'during', valence: -1 })
    expect(mapExperience(mild, ['during'])[0]!.points[0]!.momentOfTruth).toBe(false)
  })

  it('says how many ideas it leaves out', () => {
    expect(withoutStage(ideas, STAGES)).toBe(2)
  })
})
