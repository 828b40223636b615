import { holdsWithin, type Staff } from '../../people/index.ts'
import type { System } from '../../system.ts'
import { findOffice } from '../office.ts'
import { requireSealed } from '../sealed-database.ts'
import { FIGURE_READERS, FIGURES_PATH } from './figure-readers.ts'
import { readFigures } from './read-figures.ts'

/** The latest half-year that may be told: how many reports of each category; null: too few to say. */
export interface ToldFigures {
  /** Where the whole page of figures is. */
  href: string
  /** `2026-S1`: the first half of the year. */
  period: string
  total: number | null
  categories: ReadonlyMap<string, number | null>
}

export type TellSealedFigures = (
  book: { slug: string; administrationId: string },
  staff: Staff,
  now: Date,
) => Promise<ToldFigures | null>

/** Counts that name nobody, hidden as on their own page and only for those who may read that page. */
export function tellSealedFigures(system: System): TellSealedFigures {
  return async ({ slug, administrationId }, staff, now) => {
    if (!holdsWithin(staff, FIGURE_READERS, administrationId)) return null
    const office = await findOffice(system, slug, now)
    if (!office) return null
    const [latest] = await readFigures(requireSealed(system), office)
    if (!latest) return null
    const counts = latest.tables?.category ?? []
    const categories = new Map(counts.map(({ code, count }) => [code, count]))
    const href = `/personal/${slug}/${FIGURES_PATH}`
    return { href, period: latest.period, total: latest.total, categories }
  }
}
