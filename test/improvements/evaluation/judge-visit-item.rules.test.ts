import { describe, expect, it } from '@jest/globals'
import { judgeVisitItem } from '../../../src/improvements/evaluation/judge-visit-item.ts'
import type { Mark, MarkState } from '../../../src/improvements/evaluation/score.ts'

const mark = (state: MarkState, reason = '', revision = 3): Mark => ({
  ...{ elementId: 'SO-10', state, reason, revision },
  ...{ markedAt: new Date('2026-03-02T15:00:00Z'), markedBy: 'somebody' },
})
const said = (state: MarkState | 'not_seen' | null, words = '', revision = 0) => ({
  ...{ state, words, revision },
})

describe('What an evaluator found on the spot', () => {
  it('becomes the mark of an element that nobody marked', () => {
    expect(judgeVisitItem(said('not_met', 'Cajas'), null, false)).toEqual({
      outcome: 'taken',
      mark: { state: 'not_met', reason: 'Cajas' },
    })
    expect(judgeVisitItem(said('met', 'Todo bien'), null, false).mark).toEqual({
      state: 'met',
      reason: '',
    })
  })

  it('is a note alone where nothing was judged or nothing was seen', () => {
    for (const state of [null, 'not_seen'] as const) {
      const judged = judgeVisitItem(said(state, 'Cerrado'), mark('met'), false)
      expect(judged).toEqual({ outcome: 'taken', mark: null })
    }
  })

  it('waits for its why, and is no mark without it', () => {
    for (const state of ['not_met', 'not_applicable'] as const) {
      expect(judgeVisitItem(said(state), null, false)).toEqual({
        outcome: 'incomplete',
        mark: null,
      })
    }
  })

  it('is contested where somebody marked otherwise on another machine meanwhile', () => {
    const judged = judgeVisitItem(said('not_met', 'Cajas', 2), mark('met', '', 3), false)
    expect(judged).toEqual({ outcome: 'contested', mark: null })
  })

  it('changes the mark that the tablet knew, and the one that it made itself', () => {
    const taken = { outcome: 'taken', mark: { state: 'not_met', reason: 'Cajas' } }
    expect(judgeVisitItem(said('not_met', 'Cajas', 3), mark('met'), false)).toEqual(taken)
    expect(judgeVisitItem(said('not_met', 'Cajas', 0), mark('met'), true)).toEqual(taken)
  })

  it('contests nothing where both say the same', () => {
    const taken = { outcome: 'taken', mark: null }
    expect(judgeVisitItem(said('met', 'Bien'), mark('met'), false)).toEqual(taken)
    expect(judgeVisitItem(said('not_met'), mark('not_met', 'Cajas'), false)).toEqual(taken)
    const other = judgeVisitItem(said('not_met', 'Sillas'), mark('not_met', 'Cajas'), false)
    expect(other.outcome).toBe('contested')
  })
})
