import type { RegimeFile } from '../regimes/index.ts'
import { findSpans, patternsOf, type ReadText, type Span } from './text-matching.ts'

export type KindWords = Pick<RegimeFile['kindWords'][number], 'kind' | 'words'>

export interface KindSuggestion {
  kind: string
  /** The person's own words that speak for it. */
  because: readonly string[]
}

/**
 * The kind for which most words speak, whatever the language of the page; null when none does or two
 * do alike. A suggestion and no more: whoever files confirms it.
 */
export function suggestKind(
  rules: readonly KindWords[],
  kinds: ReadonlySet<string>,
  text: ReadText,
): KindSuggestion | null {
  const found = new Map<string, Set<string>>()
  for (const rule of rules) {
    if (!kinds.has(rule.kind)) continue
    const words = found.get(rule.kind) ?? new Set()
    for (const word of wordsFound(rule, text)) words.add(word)
    found.set(rule.kind, words)
  }
  const [first, second] = [...found].sort(([, one], [, other]) => other.size - one.size)
  if (!first || first[1].size === 0 || first[1].size === second?.[1].size) return null
  return { kind: first[0], because: [...first[1]] }
}

function wordsFound(rule: KindWords, text: ReadText): string[] {
  return patternsOf(rule.words).flatMap((pattern) => {
    const [span] = findSpans(pattern, text)
    return span ? [asWritten(text, span)] : []
  })
}

function asWritten(text: ReadText, [first, last]: Span): string {
  const words = text.words.slice(first, last + 1)
  return words.map(({ lead, raw }, index) => (index === 0 ? raw : lead + raw)).join('')
}
