import {
  asWritten,
  goesOnAsAnotherName,
  isSpokenTo,
  looksLikeName,
  namesAPlace,
} from './mention.ts'
import { partsOfName, type NameParts } from './official-name.ts'
import { findPostMentions, indexPosts } from './post-mentions.ts'
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
  const posts = indexPosts(text)
  const bearers = countBearers(officials)
  return officials.flatMap((official) => {
    if (filing.picked.includes(official.officialId))
      return { officialId: official.officialId, certainty: 'picked' as const, matched: '' }
    const mentions = [
      ...findNameMentions(nameOf(official), text, places, bearers),
      ...findPostMentions(official, officials, text, posts, filing.centreId),
    ]
    const mention = mentions.find((found) => found.certain) ?? mentions[0]
    if (!mention) return []
    const certainty = mention.certain ? ('named' as const) : ('possible' as const)
    return {
      officialId: official.officialId,
      certainty,
      matched: asWritten(text, mention.span),
    }
  })
}

type Places = ReadonlyMap<string, readonly number[]>

/** Names are compared as they are, without singular or plural. */
function placesOfWords(text: ReadText): Places {
  const places = new Map<string, number[]>()
  for (const [position, word] of text.words.entries())
    places.set(word.folded, [...(places.get(word.folded) ?? []), position])
  return places
}

const names = new WeakMap<Official, NameParts>()

function nameOf(official: Official): NameParts {
  const parts = names.get(official) ?? partsOfName(official.name)
  names.set(official, parts)
  return parts
}

function countBearers(officials: readonly Official[]): ReadonlyMap<string, number> {
  const bearers = new Map<string, number>()
  for (const official of officials)
    for (const surname of new Set(nameOf(official).surnames))
      bearers.set(surname, (bearers.get(surname) ?? 0) + 1)
  return bearers
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
  while (joins(first)) first--
  while (joins(last + 1)) last++
  const found = text.words.slice(first, last + 1).map((word) => word.folded)
  return found.some((word) => name.given.includes(word)) ? [first, last] : null
}
