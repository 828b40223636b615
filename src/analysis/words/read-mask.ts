import type { BookRules } from '../../administrations/index.ts'
import { maskRules } from './mask-finders.ts'
import { maskText, type MaskRules } from './mask-text.ts'
import { readWordPack } from './word-pack.ts'

type Own = Pick<
  BookRules,
  'regime' | 'administration' | 'centres' | 'services' | 'units' | 'officials'
>

/** How personal data looks in a language and under a regime. */
export async function readMaskRules(
  { regime }: Pick<BookRules, 'regime'>,
  language: string,
): Promise<MaskRules> {
  const { masking } = await readWordPack(language)
  const documentPatterns = regime.documentTypes.flatMap(({ pattern }) => pattern ?? [])
  return maskRules(masking, { documentPatterns })
}

/**
 * Hides persons in what the staff wrote by the rules by which texts are masked before they are read. What the
 * administration calls its own places, services and posts stays, though many of them are named after somebody.
 */
export async function readMask(book: Own, language: string): Promise<(text: string) => string> {
  const rules = await readMaskRules(book, language)
  const { administration, centres, services, units, officials } = book
  const named = [administration, ...centres, ...services, ...units].map(({ name }) => name)
  const others = [...officials.map(({ post }) => post), ...centres.map(({ address }) => address)]
  const keeps = [...named, ...others].flatMap((text) => text || [])
  return (text) => maskText(text, { ...rules, keeps }).masked
}
