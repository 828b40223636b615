import { sumLooks, type LookQuestion } from '../../audit/index.ts'
import { accountNames, listGrantsOf, type StaffVisit } from '../../people/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import { formatDate } from '../../platform/i18n/index.ts'
import { findLookRules } from '../../regimes/index.ts'
import { officeOf } from '../office-of.ts'
import { nightOf, unusualIn } from '../unusual-looks.ts'
import { looksUrl } from './urls.ts'

export interface UnusualRow {
  day: string
  who: string
  office: string
  /** What of it is unusual, in words. */
  facts: string[]
  href: string
}

const MOST = 20

/** By day and person, the newest first: only what the rules of today call unusual. */
export async function listUnusual(
  db: Db,
  { book, deed, today, slug, lang, t }: StaffVisit,
  question: LookQuestion,
): Promise<{ rows: UnusualRow[]; more: number; sources: string[] }> {
  const { administrationId } = deed
  const { timeZone, name } = book.administration
  const rules = findLookRules(book.regime, today)
  const sums = await sumLooks(db, question, { timeZone, night: nightOf(rules) })
  const unusual = sums
    .map((sum) => ({ sum, found: unusualIn(sum, rules) }))
    .filter(({ found }) => found.length > 0)
  const shown = unusual.slice(0, MOST)
  const accountIds = [...new Set(shown.map(({ sum }) => sum.accountId))]
  const names = await accountNames(db, accountIds)
  const grants = await listGrantsOf(db, accountIds)
  const rows = shown.map(({ sum: { accountId, day }, found }) => ({
    day: formatDate(day, lang),
    who: names.get(accountId) ?? t('looks.somebody'),
    office: officeOf(grants, { accountId, administrationId, day }, book.names) ?? name,
    facts: found.map(({ what, count }) => t(`looks.unusual.${what}`, { count })),
    href: looksUrl(slug, { accountId, from: day, until: day }),
  }))
  const sources = [...new Set(Object.values(rules).map(({ source }) => source))]
  return { rows, more: unusual.length - shown.length, sources }
}
