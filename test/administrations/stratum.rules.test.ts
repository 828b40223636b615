import { describe, expect, it } from '@jest/globals'
import { standingOn, type StratumRecord } from '../../src/administrations/index.ts'

const noted = (told: Partial<StratumRecord>): StratumRecord => ({
  centreId: null,
  level: null,
  size: 'small',
  inhabitants: null,
  validFrom: '2025-01-01',
  source: 'Censo',
  ...told,
})

describe('Where a place stands', () => {
  it('is what was noted last before that day, whatever order it was noted in', () => {
    const records = [
      noted({ size: 'large', level: 'local', inhabitants: 90_000, validFrom: '2026-06-01' }),
      noted({ size: 'small' }),
      noted({ size: 'medium', inhabitants: 84_000, validFrom: '2026-01-01' }),
    ]
    const on = (day: string) => standingOn(records, { centreId: null, day, attended: 100 })
    expect(on('2026-03-01')).toEqual({ level: null, stratum: 'medium', inhabitants: 84_000 })
    expect(on('2026-06-01')).toEqual({ level: 'local', stratum: 'large', inhabitants: 90_000 })
    expect(on('2025-12-31').stratum).toBe('small')
  })

  it('is how many people come in a year where nobody noted it, and unknown where nobody counted', () => {
    const by = (attended: number | null) =>
      standingOn([noted({ centreId: 'another', size: 'large' })], {
        centreId: 'one',
        day: '2026-03-01',
        attended,
      }).stratum
    expect([0, 4_999, 5_000, 19_999, 20_000, null].map(by)).toEqual([
      'small',
      'small',
      'medium',
      'medium',
      'large',
      'unknown',
    ])
  })
})
