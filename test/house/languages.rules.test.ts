import { describe, expect, it } from '@jest/globals'
import {
  defaultLanguage,
  languages,
  readOwnLocale,
  type Texts,
} from '../../src/platform/i18n/index.ts'
import { inflesz, syllablesOf, wordsOf } from '../support/readability.ts'

type Entry = readonly [key: string, text: string]

function entriesOf(texts: Texts, path = ''): Entry[] {
  return Object.entries(texts).flatMap(([key, value]): Entry[] =>
    typeof value === 'string' ? [[path + key, value]] : entriesOf(value, `${path + key}.`),
  )
}

const locales = new Map(languages.map((language) => [language, readOwnLocale(language)]))
const filesOf = (language: string) => locales.get(language) ?? {}
const features = Object.keys(filesOf(defaultLanguage))
const others = languages.filter((language) => language !== defaultLanguage)
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([all]) => all).sort()

describe.each(others)('The texts in "%s"', (language) => {
  it('are of the same features', () => {
    expect(Object.keys(filesOf(language)).sort()).toEqual([...features].sort())
  })

  it.each(features)('say everything that %s says', (feature) => {
    const ours = entriesOf(filesOf(defaultLanguage)[feature] ?? {})
    const theirs = new Map(entriesOf(filesOf(language)[feature] ?? {}))
    expect([...theirs.keys()].sort()).toEqual(ours.map(([key]) => key).sort())
    for (const [key, text] of ours) {
      expect([key, placeholders(theirs.get(key) ?? '')]).toEqual([key, placeholders(text)])
    }
  })
})

/** Texts that only staff read; everything else is for anyone. */
const forStaff = [
  'member-keys',
  'desk',
  'views',
  'bulk',
  'installation',
  'routing',
  'channels-counter',
  'survey-staff',
  'attentions',
  'imports',
  'interface-tokens',
  'collection',
  'board',
  'findings',
]
const forAnyone = features.filter((feature) => !forStaff.includes(feature))

const FAIRLY_EASY = 65
/** The scale measures prose: of labels it would only count the letters. */
const PROSE = 4
const LONG_ENOUGH_TO_JUDGE = 15

describe('What anyone may read in Spanish', () => {
  const proseOf = (feature: string) =>
    entriesOf(filesOf('es')[feature] ?? {})
      .map(([, text]) => withoutMarks(text))
      .filter((text) => wordsOf(text).length >= PROSE)

  it.each(forAnyone.filter((feature) => proseOf(feature).length > 0))(
    'is fairly easy in %s',
    (feature) => {
      expect(inflesz(proseOf(feature))).toBeGreaterThanOrEqual(FAIRLY_EASY)
    },
  )

  it.each(forAnyone)('has no hard sentence in %s', (feature) => {
    const hard = entriesOf(filesOf('es')[feature] ?? {})
      .map(([key, text]) => [key, withoutMarks(text)] as const)
      .filter(([, text]) => wordsOf(text).length >= LONG_ENOUGH_TO_JUDGE)
      .map(([key, text]) => ({ key, text, score: Math.round(inflesz([text])) }))
      .filter(({ score }) => score < FAIRLY_EASY)
    expect(hard).toEqual([])
  })

  it('never speaks to people as "tú" or "vos"', () => {
    const familiar = /\b(tú|tu|tus|vos|contigo|puedes|debes|escribe tu|tienes)\b/i
    const found = forAnyone.flatMap((feature) =>
      entriesOf(filesOf('es')[feature] ?? {}).filter(([, text]) => familiar.test(text)),
    )
    expect(found).toEqual([])
  })
})

function withoutMarks(text: string): string {
  return text.replaceAll(/\{\w+\}/g, 'dato')
}

describe('The measure of easy reading', () => {
  it.each([
    ['día', 2],
    ['queja', 2],
    ['ciudad', 2],
    ['aéreo', 4],
    ['administración', 5],
    ['muy', 1],
    ['guía', 2],
  ])('hears %s as %i syllables', (word, count) => {
    expect(syllablesOf(word)).toBe(count)
  })

  it('tells an office’s sentence from a plain one', () => {
    const office =
      'La admisibilidad de la solicitud estará supeditada a la presentación de la documentación acreditativa correspondiente por parte del administrado.'
    expect(inflesz([office])).toBeLessThan(40)
    expect(inflesz(['Traiga su documento. Sin él no podemos recibir su pedido.'])).toBeGreaterThan(
      65,
    )
  })
})
