import { readFileSync } from 'node:fs'
import { readWords } from './read-words.ts'

const fileOf = (language: string) => new URL(`./stop-words/${language}.txt`, import.meta.url)
const LANGUAGES = ['en', 'es', 'pt']
const read = new Map<string, ReadonlySet<string>>()

/** Words that say nothing about a matter, as they are without accents, and their stems. */
export function stopWordsOf(language: string): ReadonlySet<string> {
  const known = read.get(language)
  if (known) return known
  const words = LANGUAGES.includes(language)
    ? readWords(readFileSync(fileOf(language), 'utf8'), language)
    : []
  const found = new Set(words.flatMap(({ folded, stem }) => [folded, stem]))
  read.set(language, found)
  return found
}
