import { describe, expect, it } from '@jest/globals'
import { changeOf, complianceIndex } from '../../../src/analysis/dashboards/compliance-index.ts'
import type { Figure, IndicatorId } from '../../../src/analysis/index.ts'

function figure(indicator: IndicatorId, measure: string, told: Partial<Figure>): Figure {
  const empty = { value: null, n: 0, interval: null, missing: null }
  return { indicator, measure, kind: 'complaint', member: null, ...empty, ...told }
}

const inTime = figure('Q04', 'share', { value: 0.9, n: 100, interval: { low: 0.8, high: 0.95 } })
const triage = figure('Q06', 'share', { value: 0.7, n: 80, interval: { low: 0.6, high: 0.8 } })
const satisfaction = figure('Q26', 'mean', { value: 4, n: 20 })
const overdue = figure('Q13', 'share', { value: 0.2, n: 50 })

describe('The compliance index', () => {
  it('weighs the parts that there are, and says on how much of the weight it rests', () => {
    // 0.3·0.8 + 0.1·0.6 + 0.1·(4−1)/4 + 0.1·(1−0.2) = 0.455 of 0.6
    const index = complianceIndex([inTime, triage, satisfaction, overdue], 'complaint')
    expect(index.value).toBeCloseTo(75.8333, 3)
    expect(index.covered).toBeCloseTo(0.6, 9)
    expect(index.ranked).toBe(true)
    const missing = index.components.filter(({ score }) => score === null).map(({ name }) => name)
    expect(missing).toEqual(['quality', 'improvements', 'access', 'completeness'])
  })

  it('takes improvements and sites as they are told of all kinds of cases', () => {
    const onTime = { ...figure('Q31', 'share', { value: 0.6, n: 5 }), kind: null }
    const sites = { ...figure('Q34', 'all', { value: 0.25, n: 4 }), kind: null }
    // 0.3·0.8 + 0.15·0.6 + 0.05·0.25 = 0.3425 of 0.5
    const index = complianceIndex([inTime, onTime, sites], 'complaint')
    expect(index.value).toBeCloseTo(68.5, 9)
    expect(index.covered).toBeCloseTo(0.5, 9)
  })

  it('changes by the parts that both years have', () => {
    const before = complianceIndex([inTime, triage], 'complaint')
    const lateNow = { ...inTime, interval: { low: 0.6, high: 0.7 } }
    const now = complianceIndex([lateNow, triage, satisfaction], 'complaint')
    // (0.3·0.6 + 0.1·0.6) / 0.4 = 0.6 against (0.3·0.8 + 0.1·0.6) / 0.4 = 0.75
    expect(changeOf(now, before)).toBeCloseTo(-15, 9)
    expect(changeOf(now, complianceIndex([], 'complaint'))).toBeNull()
  })

  it('has weights that come to one', () => {
    const { components } = complianceIndex([], 'complaint')
    expect(components.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9)
  })

  it('of fewer than thirty cases due is shown and not held against others', () => {
    expect(complianceIndex([{ ...inTime, n: 29 }], 'complaint')).toMatchObject({ ranked: false })
    expect(complianceIndex([{ ...inTime, n: 30 }], 'complaint')).toMatchObject({ ranked: true })
  })

  it('is not lowered by how many people speak', () => {
    const few = figure('Q01', 'count', { value: 40, n: 40 })
    const many = { ...few, value: 4000, n: 4000 }
    const of = (volume: Figure) => complianceIndex([inTime, volume], 'complaint').value
    expect(of(many)).toBe(of(few))
  })

  it('of nothing is none, never zero', () => {
    expect(complianceIndex([], 'complaint').value).toBeNull()
  })
})
