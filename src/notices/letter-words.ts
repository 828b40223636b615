import { readLocale, translator, type T, type TextValues } from '../platform/i18n/index.ts'
import type { FieldProblem } from '../platform/errors.ts'

/** An administration's own words of one letter in one language, by the key within the letter; what is missing is as it comes. */
export type LetterWords = Readonly<Record<string, string>>

/** How staff call the letter: it is in no letter. */
const NOT_IN_THE_LETTER = new Set(['name'])

/** The words of a letter as they come with the program, in the order in which they stand. */
export function originalWords(texts: string, language: string): LetterWords {
  const [feature = '', ...path] = texts.split('.')
  const found = path.reduce<unknown>(
    (node, key) => (isNode(node) ? node[key] : undefined),
    readLocale(language)[feature],
  )
  const entries = isNode(found) ? Object.entries(found) : []
  const words = entries.filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && !NOT_IN_THE_LETTER.has(entry[0]),
  )
  return Object.fromEntries(words)
}

/** Only those that are others than the original ones, in the original's order. */
export function changedWords(original: LetterWords, typed: LetterWords): LetterWords {
  return Object.fromEntries(
    Object.keys(original).flatMap((key) => {
      const text = typed[key]
      return text === undefined || text === original[key] ? [] : [[key, text]]
    }),
  )
}

/** A letter says all that it said before: no text is empty, and each holds the same data. */
export function wordsProblems(original: LetterWords, typed: LetterWords): FieldProblem[] {
  return Object.entries(original).flatMap(([key, text]) => {
    const own = typed[key] ?? text
    if (own.trim() === '') return [problem(key, 'required')]
    const [asked, given] = [dataIn(text), dataIn(own)]
    return [
      ...asked.filter((each) => !given.includes(each)).map((each) => missing(key, each)),
      ...given.filter((each) => !asked.includes(each)).map((each) => unknown(key, each)),
    ]
  })
}

/** The data that a text holds: {date}, {caseNumber}. */
export function dataIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\s*(\w*)\s*\}?/g)].map(([, name = '']) => `{${name}}`))]
}

/** Says the administration's words where it has some, and else what everybody says. */
export function wordedBy(texts: string | undefined, words: LetterWords, language: string): T {
  const t = translator(language)
  if (texts === undefined || Object.keys(words).length === 0) return t
  const plural = new Intl.PluralRules(language)
  return (key, values) => {
    if (!key.startsWith(`${texts}.`)) return t(key, values)
    const own = key.slice(texts.length + 1)
    const count = values?.['count']
    const form = typeof count === 'number' ? `${own}_${formOf(plural.select(count))}` : own
    const said = words[form] ?? words[own]
    return said === undefined ? t(key, values) : filled(said, values ?? {})
  }
}

/** The third form of Spanish, for millions, reads like the second. */
function formOf(form: Intl.LDMLPluralRule): string {
  return form === 'one' ? 'one' : 'other'
}

function filled(text: string, values: TextValues): string {
  return text.replace(/\{\s*(\w+)\s*\}/g, (_, name: string) => String(values[name] ?? ''))
}

function problem(key: string, code: string, values: Record<string, string> = {}): FieldProblem {
  return { field: key, code, text: `notices.words.problems.${code}`, values }
}

const missing = (key: string, data: string) => problem(key, 'data_missing', { data })
const unknown = (key: string, data: string) => problem(key, 'data_unknown', { data })

function isNode(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
