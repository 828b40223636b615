import { formatDate, formatNumber } from '../../platform/i18n/index.ts'
import type { Saying } from '../../settings/index.ts'
import type { Foreseen } from '../foresee.ts'
import type { Erasure } from '../retention-store.ts'
import { sayHolding, sayMonths } from '../say-term.ts'
import { termId, type Term } from '../term.ts'
import { termUrl } from './urls.ts'

export interface ForeseenTerm {
  term: Term
  foreseen: Foreseen | null
}

/** `slug` is null for whoever only reads. */
export function termRow({ term, foreseen }: ForeseenTerm, saying: Saying, slug: string | null) {
  const { t, lang } = saying
  const later = foreseen?.months.reduce((sum, { count }) => sum + count, 0) ?? 0
  return {
    name: sayHolding(term, saying),
    kept: term.months === null ? t('retention.for_ever') : sayMonths(term.months, t),
    source: term.own ? t('retention.own') : (term.source ?? t('retention.no_rule')),
    now: foreseen ? formatNumber(foreseen.now, lang) : '–',
    later: foreseen ? formatNumber(later, lang) : '–',
    href: slug ? termUrl(slug, termId(term)) : null,
  }
}

/** Of all terms together, month by month. */
export function monthRows(foreseen: readonly Foreseen[], lang: string) {
  const months = foreseen[0]?.months.map(({ month }) => month) ?? []
  return months.map((month, at) => {
    const count = foreseen.reduce((sum, each) => sum + (each.months[at]?.count ?? 0), 0)
    return { month: sayMonth(month, lang), count: formatNumber(count, lang) }
  })
}

/** "enero de 2027" */
function sayMonth(month: string, lang: string): string {
  const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(lang, options).format(new Date(`${month}-01T00:00:00Z`))
}

export function erasureRow(erasure: Erasure, saying: Saying) {
  const { t, lang } = saying
  return {
    day: formatDate(erasure.erasedOn, lang),
    name: sayHolding(erasure, saying),
    rule: t('retention.by_rule', {
      term: sayMonths(erasure.months, t),
      day: formatDate(erasure.endedBefore, lang),
    }),
    erased: formatNumber(erasure.erased, lang),
  }
}
