/**
 * Centres are compared with their like only: an office of three is not beside one of sixty. How many people come
 * in a year says how large a centre is; where nobody counted, nothing is supposed.
 */
export const STRATA = ['small', 'medium', 'large', 'unknown'] as const
export type Stratum = (typeof STRATA)[number]

const SMALL_BELOW = 5_000
const MEDIUM_BELOW = 20_000

export function stratumOf(attended: number | null): Stratum {
  if (attended === null) return 'unknown'
  if (attended < SMALL_BELOW) return 'small'
  return attended < MEDIUM_BELOW ? 'medium' : 'large'
}
