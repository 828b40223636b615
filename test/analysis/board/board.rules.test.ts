import { describe, expect, it } from '@jest/globals'
import {
  areFairVotes,
  isSentence,
  mayMove,
  mayName,
  mayVote,
  PHASES,
  phasesFrom,
  rankGroups,
} from '../../../src/analysis/board/board.ts'
import { chooseCards } from '../../../src/analysis/board/choose-cards.ts'
import type { CodedSegment } from '../../../src/analysis/words/index.ts'

describe('An affinity board', () => {
  it('goes one phase on, or one back', () => {
    expect(PHASES.map(phasesFrom)).toEqual([
      ['naming'],
      ['silent', 'voting'],
      ['naming', 'closed'],
      ['voting'],
    ])
  })

  it('lets cards be moved before the vote, groups be named once there are words, and votes at their time', () => {
    expect(PHASES.filter(mayMove)).toEqual(['silent', 'naming'])
    expect(PHASES.filter(mayName)).toEqual(['naming'])
    expect(PHASES.filter(mayVote)).toEqual(['voting'])
  })

  it.each([
    ['Nadie avisa qué documento falta', true],
    ['Se paga dos veces', true],
    ['Información', false],
    ['Trato de la ventanilla', true],
    ['  ¡Colas, colas, colas!  ', false],
    ['', false],
  ])('is named with a sentence: "%s" %s', (text, is) => {
    expect(isSentence(text)).toBe(is)
  })

  it.each([
    [[3, 2], true],
    [[5], true],
    [[], true],
    [[3, 3], false],
    [[6, -1], false],
    [[1.5], false],
    [[Number.NaN], false],
  ])('gives each person so many votes and no more: %j %s', (given, fair) => {
    const votes = new Map(given.map((count, index) => [String(index), count]))
    expect(areFairVotes(votes, 5)).toBe(fair)
  })

  it('ranks groups by votes, then cards, then number', () => {
    const group = (number: number, votes: number, cards: number) => ({
      groupId: String(number),
      number,
      sentence: '',
      version: 1,
      dissolved: false,
      votes,
      cards,
    })
    const ranked = rankGroups([group(1, 2, 3), group(2, 5, 1), group(3, 2, 9), group(4, 2, 3)])
    expect(ranked.map(({ number }) => number)).toEqual([2, 3, 1, 4])
  })

  it('takes the gravest ideas first when there are more than it holds', () => {
    const codes = [
      { codeId: 'time', parentId: null },
      { codeId: 'queue', parentId: 'time' },
      { codeId: 'trust', parentId: null },
    ]
    const segment = (segmentId: string, codeId: string, severity: 1 | 4, textPosition: number) =>
      ({ segmentId, codeId, severity, textPosition, position: 0 }) as CodedSegment
    const segments = [
      segment('a', 'time', 1, 1),
      segment('b', 'queue', 4, 2),
      segment('c', 'trust', 4, 3),
      segment('d', 'queue', 1, 4),
    ]
    expect(chooseCards(segments, codes, 'time')).toEqual(['b', 'a', 'd'])
    expect(chooseCards(segments, codes, null, 3)).toEqual(['b', 'c', 'a'])
  })
})
