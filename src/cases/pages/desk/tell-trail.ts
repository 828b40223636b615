import type { PlainDate } from '../../../platform/dates.ts'
import { NOBODY } from '../../desk.ts'
import { readDeskQuery } from './desk-query.ts'
import { trailValues, type DeskTrail } from './desk-trail.ts'
import { appliedFilters, type FilterWords } from './filter-selects.ts'
import { hasLeft } from './gone-view.ts'

export interface ToldTrail {
  /** The view and by what it is narrowed. */
  texts: readonly string[]
  /** Something that it names is no more, or somebody left. */
  gone: boolean
}

/** A list of the desk in words, for rooms that keep it. */
export function tellTrail(trail: DeskTrail, words: FilterWords, today: PlainDate): ToldTrail {
  const { filters, gone } = readDeskQuery(trailValues(trail), words.rules, 'open', today)
  return {
    texts: [
      words.t(`desk.views.${filters.view}`),
      ...appliedFilters(filters, words).map(({ text }) => text),
    ],
    gone: gone.length > 0 || hasLeft(filters, words),
  }
}

/** Whom a list names by what they have in hand. */
export function handlerOf(trail: DeskTrail): string | null {
  const handler = trailValues(trail)['encargado']
  return typeof handler === 'string' && handler !== NOBODY ? handler : null
}
