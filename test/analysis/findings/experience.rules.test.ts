import { describe, expect, it } from '@jest/globals'
import { mapExperience, withoutStage } from '../../../src/analysis/findings/experience.ts'
import { buildIdea, buildIdeas } from './ideas.ts'

const STAGES = ['before', 'during', 'after']

describe('The map of the experience', () => {
  const ideas = [
    ...buildIdeas(3, { stage: 'during', code: 'wait', valence: -1, severity: 3 }),
    ...buildIdeas(2, { stage: 'during', code: 'wait', valence: -1, severity: 1 }),
    ...buildIdeas(3, { stage: 'during', code: 'treatment', valence: 1 }),
    buildIdea({ stage: 'before', code: 'information', valence: 0 }),
    buildIdea({ stage: null }),
    buildIdea({ stage: 'a stage of another frame' }),
  ]
  const [before, during, after] = mapExperience(ideas, STAGES)

  it('has the mean valence of each stage with its n', () => {
    // (5 × -1 + 3 × 1) / 8
    expect([during!.n, during!.emotion]).toEqual([8, -0.25])
    expect([before!.n, before!.emotion]).toEqual([1, 0])
  })

  it('has no emotion where nobody spoke: that is not a zero', () => {
    expect(after).toEqual({ stage: 'after', n: 0, emotion: null, points: [] })
  })

  it('marks pains, the heaviest first', () => {
    expect(during!.points.map(({ code, n, emotion, pain }) => [code, n, emotion, pain])).toEqual([
      ['wait', 5, -1, true],
      ['treatment', 3, 1, false],
    ])
  })

  it('calls a moment of truth where five or more meet and half of them are grave, or praise', () => {
    expect(during!.points.map(({ momentOfTruth }) => momentOfTruth)).toEqual([true, false])
    const isMoment = (count: number, idea: { valence: number; severity: number }) =>
      mapExperience(buildIdeas(count, { ...idea, stage: 'during' }), ['during'])[0]!.points[0]!
        .momentOfTruth
    expect(isMoment(5, { valence: 1, severity: 1 })).toBe(true)
    expect(isMoment(4, { valence: -1, severity: 4 })).toBe(false)
    expect(isMoment(6, { valence: -1, severity: 2 })).toBe(false)
  })

  it('says how many ideas it leaves out', () => {
    expect(withoutStage(ideas, STAGES)).toBe(2)
  })
})
