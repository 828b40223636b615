import { findSpans, mayBegin, patternsOf, type ReadText } from './text-matching.ts'

/** A list of the regime; as it stands there, and as a tablet was told it. */
export interface SignalRule {
  signal: 'danger' | 'corruption' | 'violence'
  language?: string
  source?: string
  words: readonly string[]
  /** Phrases in which the words mean something else. */
  notIn: readonly string[]
}

export const SIGNALS = [
  'danger',
  'corruption',
  'violence',
] as const satisfies SignalRule['signal'][]
export type Signal = (typeof SIGNALS)[number]

export interface FoundSignal {
  signal: Signal
  /** As it stands in the regime, never as the person wrote it. */
  word: string
}

/**
 * Danger, a bribe or violence in a text. The words of every language count, whatever language the
 * page was in: who is in danger writes as they speak.
 */
export function findSignals(signals: readonly SignalRule[], text: ReadText): FoundSignal[] {
  return signals.flatMap((rule) => {
    const possible = patternsOf(rule.words).filter((pattern) => mayBegin(pattern, text))
    if (possible.length === 0) return []
    const harmless = placesOfOtherMeaning(rule, text)
    return possible
      .filter((pattern) =>
        [...findSpans(pattern, text)].some(([first, last]) => !covers(harmless, first, last)),
      )
      .map((pattern) => ({ signal: rule.signal, word: pattern.source }))
  })
}

/** Where a word stands inside a phrase in which it means something else: "mordida de perro". */
function placesOfOtherMeaning(rule: SignalRule, text: ReadText): ReadonlySet<number> {
  const places = new Set<number>()
  for (const pattern of patternsOf(rule.notIn))
    for (const [first, last] of findSpans(pattern, text))
      for (let position = first; position <= last; position++) places.add(position)
  return places
}

function covers(places: ReadonlySet<number>, first: number, last: number): boolean {
  for (let position = first; position <= last; position++) if (!places.has(position)) return false
  return true
}
