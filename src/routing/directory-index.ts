import { partsOfName, type NameParts } from './official-name.ts'
import type { Official } from './named-officials.ts'
import { readText, withoutSmallWords } from './text-matching.ts'

/** An official as texts are searched for them. */
export interface ListedOfficial {
  official: Official
  name: NameParts
  post: readonly string[]
  places: readonly (readonly string[])[]
  /** Nobody else in the same centre holds a post of that name. */
  isOnlyHolder: boolean
}

export interface DirectoryIndex {
  listed: readonly ListedOfficial[]
  /** How many bear each surname. */
  bearers: ReadonlyMap<string, number>
}

const indexes = new WeakMap<readonly Official[], DirectoryIndex>()

/** A directory may hold thousands: read once for as long as it lives. */
export function indexOf(officials: readonly Official[]): DirectoryIndex {
  const known = indexes.get(officials)
  if (known) return known
  const holders = count(officials.map(placeAndPost))
  const listed = officials.map((official) => ({
    official,
    name: partsOfName(official.name),
    post: postWords(official.post),
    places: official.places.map(postWords),
    isOnlyHolder: holders.get(placeAndPost(official)) === 1,
  }))
  const bearers = count(listed.flatMap(({ name }) => [...new Set(name.surnames)]))
  const index = { listed, bearers }
  indexes.set(officials, index)
  return index
}

/** "Jefe" and "jefa", "presidente" and "presidenta" hold the same post. */
export function postStem(stem: string): string {
  return stem.length > 3 ? stem.replace(/[aoe]$/, '') : stem
}

function postWords(phrase: string): string[] {
  return withoutSmallWords(readText(phrase)).words.map((word) => postStem(word.stem))
}

function placeAndPost({ centreId, post }: Official): string {
  return [centreId ?? '', ...postWords(post)].join(' ')
}

function count(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
