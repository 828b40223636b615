import { describe, expect, it } from '@jest/globals'
import { firstToMend, saysHowHeard } from '../../../src/analysis/dashboards/heard.ts'
import { groupGaps } from '../../../src/analysis/indicators/group-gaps.ts'
import type { Figure, IndicatorId } from '../../../src/analysis/index.ts'
import { translator } from '../../../src/platform/i18n/index.ts'

const speech = { t: translator('es'), lang: 'es' }

const figure = (
  indicator: IndicatorId,
  measure: string,
  member: string | null,
  value: number | null,
  n = 200,
): Figure => ({ indicator, measure, kind: null, member, value, n, interval: null, missing: null })

const driver = (name: string, score: number, weight: number) => [
  figure('Q25', 'satisfied', name, score),
  figure('Q28', 'rank_correlation', name, weight),
]
const groupNames = new Map([['age', '¿Qué edad tiene?']])

describe('What to mend first', () => {
  it('is what weighs much and satisfies little', () => {
    const figures = [
      ...driver('professional_treatment', 0.9, 0.7),
      ...driver('information', 0.4, 0.1),
      ...driver('provision_time', 0.5, 0.6),
      ...driver('trust', 0.8, 0.2),
    ]
    // the mean of the scores is 0.65, and half of the weights are 0.2 or less
    expect(firstToMend({ figures, groupNames })).toEqual(['provision_time'])
  })

  it('is not said of one driver, nor without their weight', () => {
    expect(firstToMend({ figures: driver('trust', 0.2, 0.9), groupNames })).toEqual([])
    const unweighed = ['trust', 'result'].map((name) => figure('Q25', 'satisfied', name, 0.3))
    expect(firstToMend({ figures: unweighed, groupNames })).toEqual([])
  })
})

describe('The gap between groups', () => {
  const group = (option: string, n: number, satisfied: number) => ({
    segment: 'age',
    option,
    n,
    satisfied,
  })

  it('is from the most satisfied to the least, among those of thirty or more', () => {
    const groups = [group('under_30', 40, 36), group('from_60', 30, 15), group('other', 29, 0)]
    const [gap] = groupGaps(groups)
    expect(gap).toMatchObject({ segment: 'age', gap: { value: 0.9 - 0.5, n: 70 } })
  })

  it('is not told of one large group', () => {
    expect(groupGaps([group('under_30', 400, 360), group('from_60', 29, 1)])[0]?.gap).toMatchObject(
      { value: null, missing: 'no_cases' },
    )
  })
})

describe('How people were heard', () => {
  it('says who answered, that they chose to, and between whom there is a gap', () => {
    const figures = [figure('Q33', 'satisfaction_gap', 'age', 0.4, 70)]
    const said = saysHowHeard(
      { figures, groupNames },
      figure('Q27', 'share', null, 0.25, 80),
      speech,
    )
    expect(said[0]).toBe('Opinó el 25.0 % de las 80 personas que recibieron su respuesta.')
    expect(said[1]).toContain('Contesta quien quiere.')
    expect(said[2]).toBe(
      '¿Qué edad tiene? Entre el grupo más conforme y el menos conforme hay 40 puntos. Respondieron 70 personas.',
    )
  })

  it('says so when nobody knows how many answered', () => {
    const [said] = saysHowHeard({ figures: [], groupNames }, null, speech)
    expect(said).toBe('No se puede decir qué parte de las personas opinó.')
  })
})
