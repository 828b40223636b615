import snowball, { type Stemmer } from 'snowball-stemmers'

const SNOWBALL: Readonly<Record<string, string>> = {
  en: 'english',
  es: 'spanish',
  pt: 'portuguese',
}
const MOST_KEPT = 100_000
const LONGEST_STEMMED = 40

const stemmers = new Map<string, Stemmer>()
const kept = new Map<string, Map<string, string>>()

/** The stem of a word in small letters; in a language that nobody stems, the word itself. */
export function stemOf(word: string, language: string): string {
  const name = SNOWBALL[language]
  if (name === undefined || word.length > LONGEST_STEMMED) return word
  const stems = stemsIn(language)
  const known = stems.get(word)
  if (known !== undefined) return known
  const stem = stemmerOf(name).stem(word)
  if (stems.size >= MOST_KEPT) stems.clear()
  stems.set(word, stem)
  return stem
}

function stemsIn(language: string): Map<string, string> {
  const stems = kept.get(language) ?? new Map<string, string>()
  kept.set(language, stems)
  return stems
}

function stemmerOf(name: string): Stemmer {
  const stemmer = stemmers.get(name) ?? snowball.newStemmer(name)
  stemmers.set(name, stemmer)
  return stemmer
}
