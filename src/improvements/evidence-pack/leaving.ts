import type { BookRules } from '../../administrations/index.ts'
import { readMask } from '../../analysis/index.ts'
import { listStaffEver } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import type { Leaving } from '../proof.ts'

/**
 * What leaves the house says of the staff their post, wherever they are named, and hides everybody else whom
 * somebody mentions. `unnamed`: what is said of those whose post the directory does not tell.
 */
export async function prepareLeaving(
  tx: Tx,
  book: BookRules,
  { lang, unnamed }: { lang: string; unnamed: string },
): Promise<Leaving> {
  const posts = new Map(book.officials.map(({ accountId, post }) => [accountId, post]))
  const postOf = (accountId: string) => posts.get(accountId) ?? unnamed
  const staff = await listStaffEver(tx, book.administration.administrationId)
  const byName = new Map(
    staff.map(({ accountId, name }) => [name.toLowerCase(), postOf(accountId)]),
  )
  for (const { name, post } of book.officials) byName.set(name.toLowerCase(), post)
  const named = anyOf([...byName.keys()])
  const hide = await readMask(book, lang)
  const mask = (text: string) =>
    hide(text.replace(named, (name) => byName.get(name.toLowerCase()) ?? unnamed))
  return { db: tx, postOf, mask }
}

/** The longest first, so that nobody's second surname is left over. */
function anyOf(names: readonly string[]): RegExp {
  const escaped = names
    .filter((name) => name.trim() !== '')
    .toSorted((one, other) => other.length - one.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const pattern =
    escaped.length === 0 ? '(?!)' : `(?<![\\p{L}])(?:${escaped.join('|')})(?![\\p{L}])`
  return new RegExp(pattern, 'giu')
}
