import { describe, expect, it } from '@jest/globals'
import {
  changesBetween,
  type ReportBlocks,
  type ReportFigure,
} from '../../../src/analysis/reports/report.ts'

const figure = (id: string, value: number | null, shown: string): ReportFigure => ({
  id,
  indicator: 'Q04',
  label: id,
  value,
  shown,
  n: 40,
  interval: '',
  before: '',
  yearBefore: '',
})

const blocks = (...figures: ReportFigure[]): ReportBlocks => ({
  times: [{ type: 'figures', title: 'Queja', figures }],
})

describe('A corrected report', () => {
  it('says which figures are other ones now, with both values', () => {
    const before = blocks(figure('a', 0.5, '50.0 %'), figure('b', 0.7, '70.0 %'))
    const after = blocks(figure('a', 0.5, '50.0 %'), figure('b', 0.6, '60.0 %'))
    expect(changesBetween(before, after)).toEqual([
      { id: 'b', label: 'b', was: '70.0 %', is: '60.0 %' },
    ])
  })

  it('says which came and which went', () => {
    const before = blocks(figure('a', 0.5, '50.0 %'))
    const after = blocks(figure('b', 0.6, '60.0 %'))
    expect(changesBetween(before, after)).toEqual([
      { id: 'a', label: 'a', was: '50.0 %', is: '–' },
      { id: 'b', label: 'b', was: '–', is: '60.0 %' },
    ])
  })

  it('notices a share that is the same of more cases', () => {
    const more = { ...figure('a', 0.5, '50.0 %'), n: 60 }
    expect(changesBetween(blocks(figure('a', 0.5, '50.0 %')), blocks(more))).toHaveLength(1)
  })
})
