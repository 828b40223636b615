import type { CellIndicator } from './indicator.ts'
import { shareOf } from './worth.ts'

const SOURCE = 'domain 11.2'
const shared = { source: SOURCE, unit: 'share', direction: 'higher', needs: ['book'] } as const

/** Q04 to Q06: what was done by its day. */
export const inTime: readonly CellIndicator[] = [
  {
    ...shared,
    id: 'Q04',
    reads: ['due', 'due_in_time'],
    rests: ['due'],
    // the unanswered are among those due, and not in time
    worth: (sums) => [shareOf(sums.count('due_in_time'), sums.count('due'))],
  },
  {
    ...shared,
    id: 'Q05',
    reads: ['answered_with_date', 'answered_in_time'],
    rests: ['answered_with_date'],
    worth: (sums) => [shareOf(sums.count('answered_in_time'), sums.count('answered_with_date'))],
  },
  {
    ...shared,
    id: 'Q06',
    reads: ['triage_due', 'triage_in_time'],
    rests: ['triage_due'],
    worth: (sums) => [shareOf(sums.count('triage_in_time'), sums.count('triage_due'))],
  },
]
