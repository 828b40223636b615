import type { PlainDate } from '../platform/dates.ts'

/** Whom an administration serves. */
export const LEVELS = ['national', 'regional', 'local'] as const
export type Level = (typeof LEVELS)[number]

export const SIZES = ['small', 'medium', 'large'] as const
export type Size = (typeof SIZES)[number]

/**
 * Like is compared with like only: an office of three is not held beside one of sixty. Where nobody wrote down
 * how large a place is, how many people come in a year says it; where nobody counted them, nothing is supposed.
 */
export const STRATA = [...SIZES, 'unknown'] as const
export type Stratum = (typeof STRATA)[number]

/** What somebody wrote down of a place, from a day on. */
export interface StratumRecord {
  /** Null: the whole administration. */
  centreId: string | null
  level: Level | null
  size: Size
  inhabitants: number | null
  validFrom: PlainDate
  source: string
}

export interface Standing {
  level: Level | null
  stratum: Stratum
  inhabitants: number | null
}

const SMALL_BELOW = 5_000
const MEDIUM_BELOW = 20_000

/** Where a place stands on a day: as it is written down, else by how many people came in a year. */
export function standingOn(
  records: readonly StratumRecord[],
  place: { centreId: string | null; day: PlainDate; attended: number | null },
): Standing {
  const written = records
    .filter(({ centreId, validFrom }) => centreId === place.centreId && validFrom <= place.day)
    .toSorted((one, other) => (one.validFrom < other.validFrom ? 1 : -1))[0]
  return {
    level: written?.level ?? null,
    stratum: written?.size ?? stratumBy(place.attended),
    inhabitants: written?.inhabitants ?? null,
  }
}

function stratumBy(attended: number | null): Stratum {
  if (attended === null) return 'unknown'
  if (attended < SMALL_BELOW) return 'small'
  return attended < MEDIUM_BELOW ? 'medium' : 'large'
}
