import { describe, expect, it } from '@jest/globals'
import type { Figure } from '../../../src/analysis/indicators/index.ts'
import { figureBlocks } from '../../../src/analysis/reports/content/figure-blocks.ts'
import { quadrantOf } from '../../../src/analysis/reports/content/quadrant.ts'
import { question } from '../../../src/analysis/reports/content/reading.ts'
import { readPeriod } from '../../../src/analysis/reports/reporting-period.ts'
import { translator } from '../../../src/platform/i18n/index.ts'

const received = (
  kind: string,
  value: number | null,
  missing: Figure['missing'] = null,
): Figure => ({
  indicator: 'Q01',
  measure: 'count',
  kind,
  member: null,
  value,
  n: value ?? 0,
  interval: null,
  missing,
})
const KINDS = [
  { code: 'complaint', label: 'Queja' },
  { code: 'need', label: 'Necesidad' },
  { code: 'suggestion', label: 'Sugerencia' },
]
const speech = { t: translator('es'), lang: 'es' }

describe('The figures of a report', () => {
  it('are asked for as they are known today, so that no month of a period that is over is left out', () => {
    const book = { administration: { administrationId: 'uno' } }
    const asked = question(
      { book: book as never, today: '2026-11-22' },
      'public',
      readPeriod('2023-Q4')!,
    )
    expect(asked).toMatchObject({
      asOf: '2026-11-22',
      period: { from: '2023-10-01', until: '2023-12-31' },
    })
  })

  it('say in one line of which kinds there were too few', () => {
    const now = [
      received('complaint', 40),
      received('need', null, 'hidden'),
      received('suggestion', null, 'hidden'),
    ]
    const [table, ...rest] =
      figureBlocks({ now, before: [], yearBefore: [] }, KINDS, speech).get('received') ?? []
    expect(table).toMatchObject({ type: 'figures', title: 'Queja' })
    expect(rest).toEqual([
      {
        type: 'note',
        text: 'Necesidad, Sugerencia: hubo muy pocos casos para mostrar cifras.',
      },
    ])
  })

  it('leave out a line that has nothing to say of any period', () => {
    const nothing: Figure = {
      ...received('complaint', null, 'no_cases'),
      indicator: 'Q18',
      measure: 'share',
    }
    const now = [received('complaint', 40), nothing]
    const [table] =
      figureBlocks({ now, before: [nothing], yearBefore: [] }, KINDS, speech).get('received') ?? []
    expect(table).toMatchObject({ figures: [expect.objectContaining({ indicator: 'Q01' })] })
  })
})

describe('A driver', () => {
  it('is to be improved first where it matters more and is scored worse than the others', () => {
    const all = [
      { score: 0.5, importance: 0.8 },
      { score: 0.9, importance: 0.7 },
      { score: 0.4, importance: 0.1 },
      { score: 0.8, importance: 0.2 },
      { score: 0.6, importance: null },
    ]
    expect(all.map((_each, at) => quadrantOf(all, at))).toEqual([
      'first',
      'keep',
      'watch',
      'later',
      'unknown',
    ])
  })
})
