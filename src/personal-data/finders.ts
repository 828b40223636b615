import { passesCheck } from './check-number.ts'
import { findNames } from './find-names.ts'
import type { Finder, Found, PersonalKind, Why } from './personal-data.ts'
import type { CheckedNumber, PersonalWords } from './personal-pack.ts'

const WORD = String.raw`[\p{L}\p{N}]`
const BEFORE = `(?<!${WORD})`
const AFTER = `(?!${WORD})`

export interface Patterns {
  /** How the documents of a regime look. */
  documentPatterns: readonly string[]
  /** Numbers that carry their own check. */
  numbers: readonly CheckedNumber[]
}

/** In the order in which they count: what says most clearly what it is comes first. */
export function personalFinders(words: PersonalWords, patterns: Patterns): Finder[] {
  const { documentPatterns, numbers } = patterns
  return [
    emails,
    addresses(words),
    named('account', words.accountWords, ''),
    named('document', words.documentWords, ''),
    named('plate', words.plateWords, String.raw`(?:\p{L}{1,3}[\s-])?`),
    ...numbers.map(checked),
    plates(words),
    documents(documentPatterns, words),
    phones(words),
    findNames(words),
  ]
}

function matches(text: string, pattern: RegExp, kind: PersonalKind, why: Why = 'looks'): Found[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => {
    return { start: index, end: index + found.length, kind, why }
  })
}

const EMAIL =
  /[\p{L}\p{N}._%+-]+\s?@\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|(?<![\p{L}\p{N}@])@[\w.]{3,}/gu

const emails: Finder = (text) => matches(text, EMAIL, 'email')

/** Longest first, since the first alternative that fits is taken. */
function anyOf(words: readonly string[]): string {
  return words
    .toSorted((one, other) => other.length - one.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|')
}

/** A street with its number, or a block with its lot; up to five words of a name in between. */
function addresses(words: PersonalWords): Finder {
  const stop = `(?!(?:${anyOf(words.stopWords)})${AFTER})`
  const names = String.raw`(?:${stop}[\p{L}\d][\p{L}\p{N}.'’-]*,?\s+){0,5}?`
  const number = String.raw`(?:(?:${anyOf(words.numberWords)})\.?\s*)?\d{1,5}(?:\s?-\s?\d{1,4})?(?:\p{L}(?!\p{L}))?`
  const inside = String.raw`(?:,?\s*(?:${anyOf([...words.insideWords, ...words.blocks, ...words.lots])})\.?\s*(?:\d+\p{L}?|\p{L}(?!\p{L})))*`
  const street = String.raw`${BEFORE}(?:${anyOf(words.streets)})(?:\.\s*|\s+)${names}${number}${AFTER}${inside}`
  const block = String.raw`${BEFORE}(?:${anyOf(words.blocks)})\.?\s*[\p{L}\d]{1,3},?\s*(?:${anyOf(words.lots)})\.?\s*\d+\p{L}?${AFTER}`
  const pattern = new RegExp(`${street}|${block}`, 'giu')
  return (text) => matches(text, pattern, 'address')
}

/** What follows the word for it: "placa ABC 123", "DNI: 12345678". Without figures it is no datum. */
function named(kind: PersonalKind, words: readonly string[], lead: string): Finder {
  const pattern = new RegExp(
    String.raw`(${BEFORE}(?:${anyOf(words)})\.?\s*(?:n\.?[°ºo]?\.?|núm\.?|es|:|#)*\s*:?\s*)(${lead}[\p{L}\d]*\d[\p{L}\d]*(?:[-.][\p{L}\d]+)*)`,
    'giu',
  )
  return (text) =>
    [...text.matchAll(pattern)].flatMap(({ index, 1: said = '', 2: datum = '' }) => {
      const start = index + said.length
      const figures = datum.replace(/\D/g, '').length
      return figures >= 3
        ? [{ start, end: start + datum.length, kind, why: 'word', called: wordOf(said) }]
        : []
    })
}

/** "DNI n°: " is about a DNI. */
function wordOf(said: string): string {
  return said.replace(/\s*(?:\.|n\.?[°ºo]?\.?|núm\.?|es|:|#|\s)*$/iu, '')
}

/** Wherever it stands, since only one of many numbers that look like it passes. */
function checked({ kind, name, pattern, check }: CheckedNumber): Finder {
  const form = new RegExp(`${BEFORE}(?:${pattern})${AFTER}`, 'giu')
  return (text) =>
    matches(text, form, kind, 'checked')
      .filter(({ start, end }) => passesCheck(text.slice(start, end), check))
      .map((found) => ({ ...found, called: name }))
}

function plates({ plates }: PersonalWords): Finder {
  const pattern = new RegExp(`${BEFORE}(?:${plates.join('|')})${AFTER}`, 'gu')
  return (text) => matches(text, pattern, 'plate')
}

/** The regime's documents; where a pattern is wide, only what no amount and no word looks like. */
function documents(patterns: readonly string[], words: PersonalWords): Finder {
  const isMoney = moneyBefore(words)
  if (patterns.length === 0) return () => []
  const bare = patterns.map((pattern) => `(?:${pattern.replace(/^\^|\$$/g, '')})`)
  const pattern = new RegExp(`${BEFORE}(?:${bare.join('|')})${AFTER}`, 'giu')
  return (text) =>
    matches(text, pattern, 'document').filter(({ start, end }) => {
      const found = text.slice(start, end)
      const figures = found.replace(/\D/g, '').length
      const isLikely = figures >= 7 || (figures >= 5 && figures < found.length)
      return isLikely && !isMoney(text.slice(0, start))
    })
}

const PHONE =
  /(?<![\p{L}\p{N}]|\p{L}-)(?:\+\d{1,3}[\s.-]?)?(?:\(\d{1,4}\)[\s.-]?)?\d{2,10}(?:[\s.-]\d{2,8}){0,4}(?![\p{L}\p{N}])/gu
const DATE = /^(?:\d{4}[-.]\d{1,2}[-.]\d{1,2}|\d{1,2}[-.]\d{1,2}[-.]\d{2,4})$/
const THOUSANDS = /^\d{1,3}(?:[.\s]\d{3})+$/
const AMOUNT = /^\d{1,3}(?:[,\s]?\d{3})*\.\d{2}$/

function phones(words: PersonalWords): Finder {
  const isMoney = moneyBefore(words)
  return (text) =>
    matches(text, PHONE, 'phone').filter(({ start, end }) => {
      const found = text.slice(start, end)
      const figures = found.replace(/\D/g, '').length
      if (figures < 7 || figures > 13 || DATE.test(found) || AMOUNT.test(found)) return false
      return !(THOUSANDS.test(found) && figures < 9) && !isMoney(text.slice(0, start))
    })
}

function moneyBefore({ moneySigns }: PersonalWords): (before: string) => boolean {
  const sign = new RegExp(String.raw`(?:${anyOf(moneySigns)})\s*[\d.,\s]*$`, 'iu')
  return (before) => sign.test(before.slice(-12))
}
