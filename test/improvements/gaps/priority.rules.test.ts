import { describe, expect, it } from '@jest/globals'
import { frequencyOf, priorityOf, topOf } from '../../../src/improvements/gaps/priority.ts'
import type { GapLink, GapRow } from '../../../src/improvements/gaps/gap.ts'

const link = (n: number | null, of: number): GapLink => ({
  kind: 'code',
  id: 'waiting',
  corpusId: null,
  name: 'Espera',
  n,
  of,
  severity: 3,
})

const row = (told: Partial<GapRow>): GapRow => ({
  rowId: 'row',
  lineId: 'line',
  gapId: 'gap',
  place: 1,
  stepId: 'step',
  activity: 'Recibir la solicitud',
  problem: 'Se espera una hora',
  noProblem: '',
  links: [],
  action: 'Abrir una ventanilla más',
  criteria: [],
  severity: 3,
  feasibility: 2,
  ownerId: null,
  dueOn: null,
  revision: 1,
  ...told,
})

describe('The priority of a gap', () => {
  it('AB-06: is relevance, criteria and feasibility, each to be seen', () => {
    const told = row({ links: [link(30, 100), link(8, 100)], criteria: ['proceso', 'Q04'] })
    expect(priorityOf(told)).toEqual({
      frequency: 4,
      severity: 3,
      relevance: 12,
      criteria: 4,
      feasibility: 3,
      score: 19,
    })
  })

  it('counts nothing for how often where no figure stands behind', () => {
    expect(priorityOf(row({})).relevance).toBe(0)
    expect(frequencyOf(link(0, 0))).toBe(0)
    expect(frequencyOf(link(0, 50))).toBe(0)
    expect(frequencyOf(link(null, 50))).toBe(1)
    expect([1, 5, 10, 20].map((n) => frequencyOf(link(n, 100)))).toEqual([1, 2, 3, 4])
  })

  it('is nothing where there is no problem', () => {
    const calm = row({ problem: '', noProblem: 'Nadie lo menciona', criteria: ['Q04'] })
    expect(priorityOf(calm).score).toBe(0)
    expect(topOf([calm])).toEqual([])
  })

  it('has several tops where they weigh the same', () => {
    const light = row({ rowId: 'c', feasibility: 1 })
    expect(topOf([row({ rowId: 'a' }), row({ rowId: 'b' }), light]).map((r) => r.rowId)).toEqual([
      'a',
      'b',
    ])
  })
})
