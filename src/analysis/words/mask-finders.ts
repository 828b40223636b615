import type { MaskKind } from './corpus.ts'
import type { Finder, Found, MaskRules } from './mask-text.ts'
import { findNames } from './mask-names.ts'
import type { MaskingWords } from './word-pack.ts'

const WORD = String.raw`[\p{L}\p{N}]`
const BEFORE = `(?<!${WORD})`
const AFTER = `(?!${WORD})`

/** What a language and the regime's documents say about how personal data looks. */
export function maskRules(
  words: MaskingWords,
  { documentPatterns }: { documentPatterns: readonly string[] },
): MaskRules {
  return {
    labels: words.labels,
    finders: [
      emails,
      addresses(words),
      named('document', words.documentWords, ''),
      named('plate', words.plateWords, String.raw`(?:\p{L}{1,3}[\s-])?`),
      plates(words),
      documents(documentPatterns, words),
      phones(words),
      findNames(words),
    ],
  }
}

function matches(text: string, pattern: RegExp, kind: MaskKind): Found[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => {
    return { start: index, end: index + found.length, kind }
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
function addresses(words: MaskingWords): Finder {
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
function named(kind: MaskKind, words: readonly string[], lead: string): Finder {
  const pattern = new RegExp(
    String.raw`(${BEFORE}(?:${anyOf(words)})\.?\s*(?:n[°ºo]?\.?|núm\.?|es|:|#)*\s*:?\s*)(${lead}[\p{L}\d]*\d[\p{L}\d]*(?:[-.][\p{L}\d]+)*)`,
    'giu',
  )
  return (text) =>
    [...text.matchAll(pattern)].flatMap(({ index, 1: said = '', 2: datum = '' }) => {
      const start = index + said.length
      const figures = datum.replace(/\D/g, '').length
      return figures >= 3 ? [{ start, end: start + datum.length, kind }] : []
    })
}

function plates({ plates }: MaskingWords): Finder {
  const pattern = new RegExp(`${BEFORE}(?:${plates.join('|')})${AFTER}`, 'gu')
  return (text) => matches(text, pattern, 'plate')
}

/** The regime's documents; where a pattern is wide, only what no amount and no word looks like. */
function documents(patterns: readonly string[], words: MaskingWords): Finder {
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

function phones(words: MaskingWords): Finder {
  const isMoney = moneyBefore(words)
  return (text) =>
    matches(text, PHONE, 'phone').filter(({ start, end }) => {
      const found = text.slice(start, end)
      const figures = found.replace(/\D/g, '').length
      if (figures < 7 || figures > 13 || DATE.test(found)) return false
      return !(THOUSANDS.test(found) && figures < 9) && !isMoney(text.slice(0, start))
    })
}

function moneyBefore({ moneySigns }: MaskingWords): (before: string) => boolean {
  const sign = new RegExp(String.raw`(?:${anyOf(moneySigns)})\s*$`, 'iu')
  return (before) => sign.test(before.slice(-8))
}
