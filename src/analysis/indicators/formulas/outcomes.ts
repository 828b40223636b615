import { countOf, meanOf } from '../../../statistics/index.ts'
import type { CellIndicator, Sums, Worth } from './indicator.ts'
import { shareOf } from './worth.ts'

const SOURCE = 'domain 11.2'

/** From here on a person is satisfied, of five. */
const SATISFIED_FROM = 4

/** Q15, Q16, Q26, Q27: what came of it, and what the person thought of that. */
export const outcomes: readonly CellIndicator[] = [
  {
    id: 'Q15',
    source: SOURCE,
    unit: 'share',
    direction: 'lower',
    needs: ['book'],
    reads: ['notified', 'notified_repeated'],
    rests: ['notified'],
    worth: (sums) => [shareOf(sums.count('notified_repeated'), sums.count('notified'))],
  },
  {
    id: 'Q16',
    source: SOURCE,
    unit: 'share',
    direction: 'none',
    needs: ['book'],
    reads: ['decided', 'upheld'],
    rests: ['decided'],
    worth: (sums) => [shareOf(sums.count('upheld'), sums.count('decided'))],
  },
  {
    id: 'Q26',
    source: SOURCE,
    unit: 'score',
    direction: 'higher',
    needs: ['book'],
    reads: ['satisfaction', 'resolved_yes', 'resolved_partly', 'resolved_no'],
    rests: ['satisfaction'],
    worth: (sums) => [...satisfactionOf(sums), ...resolvedOf(sums)],
  },
  {
    id: 'Q27',
    source: SOURCE,
    unit: 'share',
    direction: 'higher',
    needs: ['book'],
    reads: ['notified', 'notified_rated'],
    rests: ['notified'],
    worth: (sums) => [shareOf(sums.count('notified_rated'), sums.count('notified'))],
  },
]

function satisfactionOf(sums: Sums): Worth[] {
  const scores = sums.histogram('satisfaction')
  const n = countOf(scores)
  const mean = meanOf(scores)
  return [
    shareOf(countOf(scores.slice(SATISFIED_FROM)), n, 'satisfied'),
    { measure: 'mean', value: mean, n, ...(mean === null && { missing: 'no_cases' }) },
  ]
}

function resolvedOf(sums: Sums): Worth[] {
  const answers = ['yes', 'partly', 'no'] as const
  const counts = answers.map((answer) => sums.count(`resolved_${answer}`))
  const n = countOf(counts)
  return answers.map((answer, index) => shareOf(counts[index] ?? 0, n, `resolved_${answer}`))
}
