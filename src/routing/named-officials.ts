import { indexOf } from './directory-index.ts'
import {
  asWritten,
  goesOnAsAnotherName,
  isSpokenTo,
  looksLikeName,
  namesAPlace,
} from './mention.ts'
import type { NameParts } from './official-name.ts'
import { findPostMentions, phraseFinder } from './post-mentions.ts'
import { withoutSmallWords, type ReadText, type Span } from './text-matching.ts'

/** Somebody of the administration's directory; `place` are the names of their unit and centre. */
export interface Official {
  officialId: string
  name: string
  post: string
  places: readonly string[]
  centreId: string | null
}

/** Picked by the person from the directory, plainly named in the text, or for a person to confirm. */
export type Certainty = 'picked' | 'named' | 'possible'

export interface NamedOfficial {
  officialId: string
  certainty: Certainty
  /** The person's own words: shown only to who may read the text. */
  matched: string
}

export interface Mention {
  span: Span
  certain: boolean
}

/** Beyond this many bearers a surname alone tells nothing. */
const MOST_BEARERS = 8

/** A text that repeats a surname for pages says no more with the rest of them. */
const MOST_OCCURRENCES = 40

export function isNamed(official: NamedOfficial): boolean {
  return official.certainty !== 'possible'
}

export function findNamedOfficials(
  officials: readonly Official[],
  read: ReadText,
  filing: { centreId: string; picked: readonly string[] },
): NamedOfficial[] {
  const text = withoutSmallWords(read)
  const places = placesOfWords(text)
  const find = phraseFinder(text)
  const { listed, bearers } = indexOf(officials)
  return listed.flatMap((one) => {
    const { officialId } = one.official
    if (filing.picked.includes(officialId))
      return { officialId, certainty: 'picked' as const, matched: '' }
    const mentions = [
      ...findNameMentions(one.name, text, places, bearers),
      ...findPostMentions(one, text, find, filing.centreId),
    ]
    const mention = mentions.find((found) => found.certain) ?? mentions[0]
    if (!mention) return []
    const certainty = mention.certain ? ('named' as const) : ('possible' as const)
    return { officialId, certainty, matched: asWritten(text, mention.span) }
  })
}

type Places = ReadonlyMap<string, readonly number[]>

/** Names are compared as they are, without singular or plural. */
function placesOfWords(text: ReadText): Places {
  const places = new Map<string, number[]>()
  for (const [position, { folded }] of text.words.entries()) {
    const known = places.get(folded)
    if (!known) places.set(folded, [position])
    else if (known.length < MOST_OCCURRENCES) known.push(position)
  }
  return places
}

function findNameMentions(
  name: NameParts,
  text: ReadText,
  places: Places,
  bearers: ReadonlyMap<string, number>,
): Mention[] {
  return name.surnames.flatMap((surname, index) =>
    (places.get(surname) ?? []).flatMap((position) => {
      const span = withGivenName(name, text, position)
      if (span) return { span, certain: index === 0 && isCertain(text, span) }
      const rare = (bearers.get(surname) ?? 0) <= MOST_BEARERS
      const alone = rare && looksLikeName(text, position) && !namesAPlace(text, position)
      return alone ? { span: [position, position] as const, certain: false } : []
    }),
  )
}

function isCertain(text: ReadText, span: Span): boolean {
  return (
    !namesAPlace(text, span[0]) && !isSpokenTo(text, span) && !goesOnAsAnotherName(text, span[1])
  )
}

const LONGEST_NAME = 8

/** Only particles stand inside a name: "Rosa de la Cruz", never "cruz y una rosa". */
const INSIDE_A_NAME = /^[\s,.-]*((de|del|la|las|los|da|do|dos)\s+)*$/i

/** From a surname outwards over other parts of the same name, in either order, until a given name is among them. */
function withGivenName(name: NameParts, text: ReadText, position: number): Span | null {
  const own = new Set([...name.given, ...name.surnames])
  const joins = (place: number) => {
    const word = text.words[place]
    const before = text.words[place - 1]
    if (!word || !before || !INSIDE_A_NAME.test(word.lead)) return false
    return own.has(word.folded) && own.has(before.folded)
  }
  let first = position
  let last = position
  while (joins(first) && last - first < LONGEST_NAME) first--
  while (joins(last + 1) && last - first < LONGEST_NAME) last++
  const found = text.words.slice(first, last + 1).map((word) => word.folded)
  return found.some((word) => name.given.includes(word)) ? [first, last] : null
}
