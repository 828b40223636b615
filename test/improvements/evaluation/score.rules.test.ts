import { describe, expect, it } from '@jest/globals'
import { modelFile } from '../../../src/improvements/evaluation/model.ts'
import {
  resultOf,
  unmarked,
  type Mark,
  type MarkState,
} from '../../../src/improvements/evaluation/score.ts'

const said = (text: string) => ({ es: text, en: text })
const element = (id: string, weight = 1) => ({ id, text: said(id), weight })
const evidence = (id: string, ...elements: ReturnType<typeof element>[]) => ({
  id,
  name: said(id),
  nature: 'documentary',
  reach: 'centre',
  elements,
})

const MODEL = modelFile.parse({
  code: 'test',
  version: 3,
  name: said('Modelo'),
  source: 'Inventado',
  validFrom: '2026-01-01',
  criteria: [
    {
      id: 'uno',
      name: said('Uno'),
      about: said('Uno'),
      evidences: [
        evidence('a', element('A-1'), element('A-2', 3)),
        evidence('b', element('B-1', 2)),
      ],
    },
    {
      id: 'dos',
      name: said('Dos'),
      about: said('Dos'),
      evidences: [evidence('c', element('C-1'))],
    },
  ],
})

const marks = (states: Readonly<Record<string, MarkState>>): Mark[] =>
  Object.entries(states).map(([elementId, state]) => ({
    elementId,
    state,
    reason: state === 'met' ? '' : 'Porque sí',
    revision: 1,
    markedAt: new Date('2026-03-02T16:00:00Z'),
    markedBy: 'quien',
  }))

describe('The result of an evaluation', () => {
  it('counts an evidence only if all its elements are met', () => {
    const result = resultOf(
      MODEL,
      marks({ 'A-1': 'met', 'A-2': 'not_met', 'B-1': 'met', 'C-1': 'met' }),
    )
    expect(result.criteria[0]!.evidences.map(({ accepted }) => accepted)).toEqual([false, true])
    // 2 of 4 + 2 in the first criterion, 2 + 1 of 4 + 2 + 1 in all
    expect(result.criteria.map(({ share }) => share)).toEqual([2 / 6, 1])
    expect([result.share, result.accepted, result.asked]).toEqual([3 / 7, 2, 3])
  })

  it('leaves out what does not apply, with its weight', () => {
    const result = resultOf(
      MODEL,
      marks({ 'A-1': 'met', 'A-2': 'not_applicable', 'B-1': 'not_met', 'C-1': 'not_applicable' }),
    )
    expect(result.criteria.map(({ share, asked }) => [share, asked])).toEqual([
      [1 / 3, 2],
      [null, 0],
    ])
    expect(result.share).toBe(1 / 3)
  })

  it('says nothing was accepted where nobody marked anything, and what is left to mark', () => {
    const result = resultOf(MODEL, [])
    expect([result.share, result.accepted]).toEqual([0, 0])
    expect(unmarked(MODEL, marks({ 'A-1': 'met' })).map(({ id }) => id)).toEqual([
      'A-2',
      'B-1',
      'C-1',
    ])
  })

  it('carries the version and the words of the model that it was made with', () => {
    const result = resultOf(MODEL, marks({ 'A-1': 'not_met' }))
    expect(result.modelVersion).toBe(3)
    expect(result.criteria[0]!.evidences[0]!.elements[0]).toEqual({
      id: 'A-1',
      text: said('A-1'),
      state: 'not_met',
      reason: 'Porque sí',
    })
  })
})
