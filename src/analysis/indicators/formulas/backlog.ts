import { AGE_LIMITS, olderThan, olderThanEnded } from '../measures.ts'
import type { CellIndicator, Sums, Worth } from './indicator.ts'
import { countWorth, ratioOf, shareOf } from './worth.ts'

const SOURCE = 'domain 11.2'

/** Q11 to Q14: what lies open on the last day of the period, how old it is, and whether it grows. */
export const backlog: readonly CellIndicator[] = [
  {
    id: 'Q11',
    source: SOURCE,
    unit: 'cases',
    direction: 'lower',
    needs: ['book'],
    reads: ['received', 'ended'],
    rests: 'open',
    worth: (sums) => [countWorth(openIn(sums))],
  },
  {
    id: 'Q12',
    source: SOURCE,
    unit: 'share',
    direction: 'none',
    needs: ['book'],
    reads: [
      'received',
      'ended',
      ...AGE_LIMITS.flatMap((at) => [olderThan(at), olderThanEnded(at)]),
    ],
    rests: 'open',
    worth: (sums) => [
      ...agesOf(sums).map(({ band, count }) => shareOf(count, openIn(sums), band)),
      medianAgeOf(sums),
    ],
  },
  {
    id: 'Q13',
    source: SOURCE,
    unit: 'share',
    direction: 'lower',
    needs: ['book'],
    reads: ['received', 'ended', 'past_due', 'past_due_ended'],
    rests: 'open',
    worth: (sums) => [shareOf(sums.until('past_due') - sums.until('past_due_ended'), openIn(sums))],
  },
  {
    id: 'Q14',
    source: SOURCE,
    unit: 'ratio',
    direction: 'higher',
    needs: ['book'],
    reads: ['received', 'ended'],
    rests: ['received'],
    worth: (sums) => [ratioOf(sums.count('ended'), sums.count('received'))],
  },
]

function openIn(sums: Sums): number {
  return sums.until('received') - sums.until('ended')
}

/** Bands between the limits, the youngest first: `age_0`, `age_11`, `age_21`, `age_31`. */
function agesOf(sums: Sums): { band: string; from: number; count: number }[] {
  const older = AGE_LIMITS.map((at) => sums.until(olderThan(at)) - sums.until(olderThanEnded(at)))
  const atLeast = [openIn(sums), ...older, 0]
  return [-1, ...AGE_LIMITS].map((limit, index) => ({
    band: `age_${limit + 1}`,
    from: limit + 1,
    count: (atLeast[index] ?? 0) - (atLeast[index + 1] ?? 0),
  }))
}

/** The band in which the one in the middle is, by the nearest rank, told by its first working day. */
function medianAgeOf(sums: Sums): Worth {
  const n = openIn(sums)
  const measure = 'median_from'
  if (n <= 0) return { measure, value: null, n: 0, missing: 'no_cases' }
  let counted = 0
  const middle = agesOf(sums).find(({ count }) => (counted += count) >= n / 2)
  return { measure, value: middle?.from ?? null, n }
}
