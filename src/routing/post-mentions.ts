import { isSpokenTo } from './mention.ts'
import type { Mention, Official } from './named-officials.ts'
import { readText, withoutSmallWords, type ReadText, type Span } from './text-matching.ts'

/** How far a place may stand from a post: "la directora, que nunca está, del centro Norte". */
const REACH = 8

/** Where each word stands, with feminine and masculine of a post taken as one. */
export type PostIndex = ReadonlyMap<string, readonly number[]>

export function indexPosts(text: ReadText): PostIndex {
  const index = new Map<string, number[]>()
  for (const [position, word] of text.words.entries()) {
    const stem = postStem(word.stem)
    const positions = index.get(stem)
    if (positions) positions.push(position)
    else index.set(stem, [position])
  }
  return index
}

/**
 * A post with its place names a person; a post alone, held by one person only in the centre of the
 * filing, perhaps does.
 */
export function findPostMentions(
  official: Official,
  officials: readonly Official[],
  text: ReadText,
  index: PostIndex,
  centreId: string,
): Mention[] {
  const spans = findPhrase(official.post, index)
  if (spans.length === 0 || !isOnlyHolder(official, officials)) return []
  const places = official.places.flatMap((place) => findPhrase(place, index))
  return spans.flatMap((span) => {
    if (places.some((place) => isNear(place, span)))
      return { span, certain: !isSpokenTo(text, span) }
    return official.centreId === centreId ? { span, certain: false } : []
  })
}

function isNear([start, end]: Span, [first, last]: Span): boolean {
  return start <= last + REACH && end >= first - REACH
}

function isOnlyHolder(official: Official, officials: readonly Official[]): boolean {
  const post = wordsOf(official.post).join(' ')
  const alike = officials.filter(
    (other) => other.centreId === official.centreId && wordsOf(other.post).join(' ') === post,
  )
  return alike.length === 1
}

function findPhrase(phrase: string, index: PostIndex): Span[] {
  const [first, ...rest] = wordsOf(phrase)
  if (first === undefined) return []
  return (index.get(first) ?? [])
    .filter((start) => rest.every((word, at) => index.get(word)?.includes(start + at + 1)))
    .map((start) => [start, start + rest.length] as const)
}

function wordsOf(phrase: string): readonly string[] {
  return withoutSmallWords(readText(phrase)).words.map((word) => postStem(word.stem))
}

/** "Jefe" and "jefa", "presidente" and "presidenta" hold the same post. */
function postStem(stem: string): string {
  return stem.length > 3 ? stem.replace(/[aoe]$/, '') : stem
}
