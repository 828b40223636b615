import type { BookRules } from '../../administrations/index.ts'
import { ownNames, readPersonalFinders } from '../../personal-data/index.ts'
import { maskText, type MaskRules } from './mask-text.ts'
import { readWordPack } from './word-pack.ts'

type Own = Pick<
  BookRules,
  'regime' | 'administration' | 'centres' | 'services' | 'units' | 'officials'
>

/** How personal data looks in a language and under a regime, and what stands for it. */
export async function readMaskRules(
  book: Pick<BookRules, 'regime'>,
  language: string,
): Promise<MaskRules> {
  const { labels } = await readWordPack(language)
  return { labels, finders: await readPersonalFinders(book, language) }
}

/** Hides persons in what the staff wrote by the rules by which texts are masked before they are read. */
export async function readMask(book: Own, language: string): Promise<(text: string) => string> {
  const rules = await readMaskRules(book, language)
  const keeps = ownNames(book)
  return (text) => maskText(text, { ...rules, keeps }).masked
}
