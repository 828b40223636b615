import type { Staff } from '../../people/index.ts'

/**
 * What the register is told of the sealed reports: counts of the latest half-year that may be told, by category.
 * Null: nothing, or nothing for this person. Never a report, a date or a text.
 */
export type TellSealedFigures = (
  book: { slug: string; administrationId: string },
  staff: Staff,
  now: Date,
) => Promise<{
  href: string
  period: string
  total: number | null
  categories: ReadonlyMap<string, number | null>
} | null>
