import { countOf } from '../../../statistics/index.ts'
import type { FigureQuestion } from '../figure.ts'
import type { CellIndicator, Sums, Worth } from './indicator.ts'
import { shareOf, timesOf } from './worth.ts'

const SOURCE = 'domain 11.2'
const shared = { source: SOURCE, unit: 'days', direction: 'lower', needs: ['book'] } as const

/** Working days by which a cohort is looked at. */
const COHORT_DAYS = [5, 10, 15, 20, 30] as const

/** Q08 to Q10: how long it took, in working days net of suspensions and in calendar days. */
export const times: readonly CellIndicator[] = [
  {
    ...shared,
    id: 'Q08',
    reads: ['first_response_working', 'first_response_calendar'],
    rests: ['first_response_calendar'],
    worth: (sums) => [
      ...timesOf(sums.histogram('first_response_working'), 'working'),
      ...timesOf(sums.histogram('first_response_calendar'), 'calendar'),
    ],
  },
  {
    ...shared,
    id: 'Q09',
    reads: ['answer_working', 'answer_calendar'],
    rests: ['answered'],
    worth: (sums) => [
      ...timesOf(sums.histogram('answer_working'), 'working'),
      ...timesOf(sums.histogram('answer_calendar'), 'calendar'),
    ],
  },
  {
    ...shared,
    id: 'Q09',
    reads: ['cohort_working', 'received', 'received_answered'],
    rests: ['received'],
    worth: cohortOf,
  },
  {
    ...shared,
    id: 'Q10',
    reads: ['notice_working', 'notice_calendar'],
    rests: ['notified'],
    worth: (sums) => [
      ...timesOf(sums.histogram('notice_working'), 'working', false),
      ...timesOf(sums.histogram('notice_calendar'), 'calendar', false),
    ],
  },
]

/**
 * Of those received in the period: how many had their answer by then. Who has none stays in the count; who
 * was answered in a time that nobody knows does not. Where that is most of them, as in a book whose calendar
 * nobody knows, only those without an answer would be left, and nothing is told.
 */
function cohortOf(
  sums: Sums,
  { answerWithin = [] }: Pick<FigureQuestion, 'answerWithin'> = {},
): Worth[] {
  const received = sums.count('received')
  const answered = sums.count('received_answered')
  const answeredAfter = sums.histogram('cohort_working')
  const unknown = answered - countOf(answeredAfter)
  const known = unknown * 2 > answered ? 0 : received - unknown
  return [
    shareOf(received - answered, received, 'cohort_unanswered'),
    ...[...new Set([...COHORT_DAYS, ...answerWithin])].map((days) =>
      shareOf(countOf(answeredAfter.slice(0, days + 1)), known, `cohort_within_${days}`),
    ),
  ]
}
