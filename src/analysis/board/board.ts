/** First in silence, so that nobody's word weighs more; then with words; then by votes. */
export const PHASES = ['silent', 'naming', 'voting', 'closed'] as const
export type Phase = (typeof PHASES)[number]

/** More do not fit on a wall either. */
export const MOST_CARDS = 500
export const VOTES_EACH = { least: 1, usual: 5, most: 20 }
export const LONGEST_SENTENCE = 240
export const LONGEST_NOTE = 400

export interface Board {
  corpusId: string
  phase: Phase
  votesEach: number
  /** The number of the board's last change. */
  lastChange: number
}

export interface Group {
  groupId: string
  number: number
  sentence: string
  version: number
  dissolved: boolean
}

export interface Card {
  cardId: string
  segmentId: string | null
  note: string | null
  groupId: string | null
  version: number
}

export function mayMove(phase: Phase): boolean {
  return phase === 'silent' || phase === 'naming'
}

export function mayName(phase: Phase): boolean {
  return phase === 'naming'
}

export function mayVote(phase: Phase): boolean {
  return phase === 'voting'
}

/** One step on, or one back when it came too early. */
export function phasesFrom(phase: Phase): Phase[] {
  const index = PHASES.indexOf(phase)
  return PHASES.filter((_, other) => Math.abs(other - index) === 1)
}

const FEWEST_WORDS = 4

/** A heading says what its cards say: "Nadie avisa que falta un documento", not "Información". */
export function isSentence(text: string): boolean {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).length >= FEWEST_WORDS
}

/** Whole votes, and no more of them than each person has. */
export function areFairVotes(votes: ReadonlyMap<string, number>, votesEach: number): boolean {
  const given = [...votes.values()]
  return (
    given.every((count) => Number.isInteger(count) && count >= 0) &&
    given.reduce((sum, count) => sum + count, 0) <= votesEach
  )
}

export interface RankedGroup extends Group {
  votes: number
  cards: number
}

/** By votes; where these are the same, by cards, then by number. */
export function rankGroups(groups: readonly RankedGroup[]): RankedGroup[] {
  return groups.toSorted(
    (one, other) => other.votes - one.votes || other.cards - one.cards || one.number - other.number,
  )
}
