import type { Response } from 'express'
import { formatNumber } from '../../../platform/i18n/index.ts'
import { deskUrl } from '../../case-urls.ts'
import { MOST_ON_DESK } from '../../desk.ts'
import type { CaseListParts } from './case-list-parts.ts'
import { deskAddress, readDeskQuery, type QueryValues } from './desk-query.ts'
import { trailOf, trailValues, type DeskTrail } from './desk-trail.ts'
import { hasLeft } from './gone-view.ts'

/** The lists that the person keeps, each with its count, and the way to keep the one before them. */
export function keptViewsOf(parts: CaseListParts) {
  const { request, response, rules, kept, counts, query, today, shelf } = parts
  const { slug } = rules.administration
  const here = trailToKeep({ ...request.query, vista: query.filters.view })
  const current = kept.find(({ trail }) => trail === here)
  return {
    current: current?.name ?? null,
    items: kept.map(({ name, trail, shared }, index) => {
      const read = readDeskQuery(trailValues(trail), rules, 'open', today)
      return {
        text: name,
        shared,
        count: sayCount(counts.kept[index], response),
        current: trail === here,
        gone: read.gone.length > 0 || hasLeft(read.filters, parts),
        href: deskAddress(deskUrl(slug), trailValues(trail), {}),
      }
    }),
    keepHref: current ? null : shelf.keepUrl(slug, here),
    arrangeHref: kept.length > 0 ? shelf.arrangeUrl(slug) : null,
  }
}

/** What was searched is about somebody and is not kept; nor is a page of a list. */
export function trailToKeep(query: QueryValues): DeskTrail {
  return trailOf({ ...query, buscar: undefined, despues: undefined })
}

/** Null: this view is not counted. */
export function sayCount(
  count: number | null | undefined,
  { locals: { t, lang } }: Response,
): string | null {
  if (count === undefined || count === null) return null
  return count > MOST_ON_DESK
    ? t('desk.count_more', { number: formatNumber(MOST_ON_DESK, lang) })
    : formatNumber(count, lang)
}
