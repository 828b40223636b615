import { ratePerThousand } from '../../../statistics/index.ts'
import type { CellIndicator, Sums, Worth } from './indicator.ts'
import { countWorth, shareOf } from './worth.ts'

const SOURCE = 'domain 11.2'

/** Q01 to Q03, Q07, Q17 to Q19: what came in and how it was taken. */
export const reception: readonly CellIndicator[] = [
  {
    id: 'Q01',
    source: SOURCE,
    unit: 'cases',
    direction: 'none',
    needs: ['book'],
    reads: ['received'],
    rests: ['received'],
    worth: (sums) => [countWorth(sums.count('received'))],
  },
  {
    id: 'Q02',
    source: SOURCE,
    unit: 'per_thousand',
    direction: 'none',
    needs: ['book', 'attentions'],
    reads: ['received'],
    rests: ['received'],
    worth: (sums) => [rateOf(sums)],
  },
  {
    id: 'Q03',
    source: SOURCE,
    unit: 'per_ten_thousand',
    direction: 'none',
    needs: ['book', 'population'],
    reads: ['received'],
    rests: ['received'],
    worth: (sums) => [rateOfInhabitants(sums)],
  },
  {
    id: 'Q07',
    source: SOURCE,
    unit: 'share',
    direction: 'higher',
    needs: ['book'],
    reads: ['acknowledgeable', 'acknowledged_at_once'],
    rests: ['acknowledgeable'],
    worth: (sums) => [shareOf(sums.count('acknowledged_at_once'), sums.count('acknowledgeable'))],
  },
  {
    id: 'Q17',
    source: SOURCE,
    unit: 'share',
    direction: 'lower',
    needs: ['book'],
    reads: ['triaged', 'correction_asked', 'archived_uncorrected'],
    rests: ['triaged', 'correction_asked'],
    worth: (sums) => [
      shareOf(sums.count('correction_asked'), sums.count('triaged'), 'asked'),
      shareOf(
        sums.count('archived_uncorrected'),
        sums.count('correction_asked'),
        'archived_uncorrected',
      ),
    ],
  },
  {
    id: 'Q18',
    source: SOURCE,
    unit: 'share',
    direction: 'none',
    needs: ['book'],
    reads: ['received', 'received_misfiled'],
    rests: ['received'],
    worth: (sums) => [shareOf(sums.count('received_misfiled'), sums.count('received'))],
  },
  {
    id: 'Q19',
    source: SOURCE,
    unit: 'share',
    direction: 'none',
    needs: ['book'],
    reads: ['received', 'received_withdrawn'],
    rests: ['received'],
    worth: (sums) => [shareOf(sums.count('received_withdrawn'), sums.count('received'))],
  },
]

/** On how many people it rests is what `n` says: the cases are few where all goes well. */
function rateOf(sums: Sums): Worth {
  const rate = ratePerThousand(sums.count('received'), sums.attended)
  const n = sums.attended ?? 0
  return { measure: 'rate', value: rate, n, ...(rate === null && { missing: 'no_denominator' }) }
}

function rateOfInhabitants(sums: Sums): Worth {
  const { inhabitants } = sums
  if (inhabitants === null) {
    return { measure: 'rate', value: null, n: 0, missing: 'no_denominator' }
  }
  return { measure: 'rate', value: (10_000 * sums.count('received')) / inhabitants, n: inhabitants }
}
