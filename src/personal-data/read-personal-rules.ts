import type { BookRules } from '../administrations/index.ts'
import { personalFinders } from './finders.ts'
import type { Finder } from './personal-data.ts'
import { readCheckedNumbers, readPersonalWords } from './personal-pack.ts'

/** How personal data looks in a language and under a regime. */
export async function readPersonalFinders(
  { regime }: Pick<BookRules, 'regime'>,
  language: string,
): Promise<Finder[]> {
  const documentPatterns = regime.documentTypes.flatMap(({ pattern }) => pattern ?? [])
  const words = await readPersonalWords(language)
  return personalFinders(words, { documentPatterns, numbers: await readCheckedNumbers() })
}

type Own = Pick<BookRules, 'administration' | 'centres' | 'services' | 'units' | 'officials'>

/** What the administration calls its own places, services and posts is nobody's, though many are named after somebody. */
export function ownNames(book: Own): string[] {
  const { administration, centres, services, units, officials } = book
  const named = [administration, ...centres, ...services, ...units].map(({ name }) => name)
  const others = [...officials.map(({ post }) => post), ...centres.map(({ address }) => address)]
  return [...named, ...others].flatMap((text) => text || [])
}
