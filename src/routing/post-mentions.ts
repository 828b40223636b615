import { postStem, type ListedOfficial } from './directory-index.ts'
import { isSpokenTo } from './mention.ts'
import type { Mention } from './named-officials.ts'
import type { ReadText, Span } from './text-matching.ts'

/** How far a place may stand from a post: "la directora, que nunca está, del centro Norte". */
const REACH = 8

/** A text that repeats a post for pages says no more with the rest of them. */
const MOST_OCCURRENCES = 40

/** Where a post or a place stands in a text; asked for the same ones by many officials. */
export type PhraseFinder = (phrase: readonly string[]) => readonly Span[]

export function phraseFinder(text: ReadText): PhraseFinder {
  const index = indexPosts(text)
  const found = new Map<string, readonly Span[]>()
  return (phrase) => {
    const key = phrase.join(' ')
    const spans = found.get(key) ?? findPhrase(phrase, index)
    found.set(key, spans)
    return spans
  }
}

/**
 * A post with its place names a person; a post alone, held by one person only in the centre of the
 * filing, perhaps does.
 */
export function findPostMentions(
  { official, post, places, isOnlyHolder }: ListedOfficial,
  text: ReadText,
  find: PhraseFinder,
  centreId: string,
): Mention[] {
  if (!isOnlyHolder) return []
  const spans = find(post)
  if (spans.length === 0) return []
  const near = places.flatMap((place) => find(place))
  return spans.flatMap((span) => {
    if (near.some((place) => isNear(place, span))) return { span, certain: !isSpokenTo(text, span) }
    return official.centreId === centreId ? { span, certain: false } : []
  })
}

function isNear([start, end]: Span, [first, last]: Span): boolean {
  return start <= last + REACH && end >= first - REACH
}

/** With feminine and masculine of a post taken as one. */
type PostIndex = ReadonlyMap<string, ReadonlySet<number>>

function indexPosts(text: ReadText): PostIndex {
  const index = new Map<string, Set<number>>()
  for (const [position, word] of text.words.entries()) {
    const stem = postStem(word.stem)
    index.set(stem, (index.get(stem) ?? new Set()).add(position))
  }
  return index
}

function findPhrase([first, ...rest]: readonly string[], index: PostIndex): Span[] {
  if (first === undefined) return []
  return [...(index.get(first) ?? [])]
    .filter((start) => rest.every((word, at) => index.get(word)?.has(start + at + 1)))
    .slice(0, MOST_OCCURRENCES)
    .map((start) => [start, start + rest.length] as const)
}
