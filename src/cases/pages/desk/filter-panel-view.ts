import type { CaseListParts } from './case-list-parts.ts'
import { deskAddress } from './desk-query.ts'
import { appliedFilters, filterSelects } from './filter-selects.ts'

/** What the list may be narrowed by, and by what it is now, each with the way to take it off. */
export function filterPanel(parts: CaseListParts, base: string) {
  const { request, response, rules, coworkers, query } = parts
  const { t, lang } = response.locals
  const { filters } = query
  const words = { rules, coworkers, t, lang }
  return {
    action: base,
    view: filters.view,
    text: filters.text,
    selects: filterSelects(filters, words),
    from: filters.from ?? '',
    until: filters.until ?? '',
    applied: appliedFilters(filters, words).map(({ text, name }) => ({
      text,
      removeHref: deskAddress(base, request.query, { [name]: null }),
    })),
    clearHref: deskAddress(base, {}, { vista: filters.view }),
  }
}
