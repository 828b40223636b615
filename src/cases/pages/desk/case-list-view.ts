import type { Request } from 'express'
import { deskUrl } from '../../case-urls.ts'
import { DESK_VIEWS, MOST_FOUND, MOST_IN_BULK, writeCursor } from '../../desk.ts'
import { doneCode } from '../done-code.ts'
import type { CaseListParts } from './case-list-parts.ts'
import { rowOf } from './case-row-view.ts'
import { deskAddress } from './desk-query.ts'
import { trailOf } from './desk-trail.ts'
import { filterPanel } from './filter-panel-view.ts'
import { sayGone } from './gone-view.ts'
import { keptViewsOf, sayCount } from './kept-views-view.ts'

/** What the list shows, ready to be written down. */
export function caseListView(parts: CaseListParts) {
  const { request, response, rules, query, page, counts } = parts
  const { t } = response.locals
  const base = deskUrl(rules.administration.slug)
  const { view, text } = query.filters
  const done = doneCode(request)
  const kept = keptViewsOf(parts)
  return {
    title: kept.current ?? t(`desk.views.${view}`),
    done: done && t(`case-staff.done.${done}`),
    views: DESK_VIEWS.map((each) => ({
      text: t(`desk.views.${each}`),
      count: sayCount(counts.views[each], response),
      urgent: (each === 'overdue' || each === 'urgent') && (counts.views[each] ?? 0) > 0,
      current: each === view && kept.current === null,
      href: deskAddress(base, {}, { vista: each }),
    })),
    kept,
    gone: sayGone(parts),
    search: { action: base, view, text: text ?? '' },
    filters: filterPanel(parts, base),
    rows: page.cases.map((item) => rowOf(item, parts)),
    found: sayFound(parts),
    marking: markingOf(parts, base),
    emptyTitle: t(text ? 'desk.nothing_found' : `desk.empty.${view}`),
    everywhere:
      text !== null && view !== 'all'
        ? deskAddress(base, {}, { vista: 'all', buscar: text })
        : null,
    next: page.next && {
      href: `${deskAddress(base, request.query, {})}${hasQuery(request) ? '&' : '?'}despues=${writeCursor(page.next)}`,
    },
    first: query.after ? { href: deskAddress(base, request.query, {}) } : null,
  }
}

function markingOf({ bulk, request, page, query }: CaseListParts, base: string) {
  if (bulk === null || page.cases.length === 0) return null
  const trail = trailOf({ ...request.query, vista: query.filters.view })
  return { ...bulk, trail, allHref: `${base}?${trail}&marcar=todos`, most: MOST_IN_BULK }
}

function sayFound({ found, response }: CaseListParts): string | null {
  const { t } = response.locals
  if (found === null || found === 0) return null
  return found > MOST_FOUND
    ? t('desk.found_more', { count: MOST_FOUND })
    : t('desk.found', { count: found })
}

function hasQuery({ query }: Request): boolean {
  return Object.entries(query).some(
    ([name, value]) => name !== 'despues' && typeof value === 'string' && value !== '',
  )
}
