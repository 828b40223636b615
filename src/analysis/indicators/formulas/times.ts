import { countOf } from '../../../statistics/index.ts'
import { FLOWS, type CellIndicator, type Sums, type Worth } from './indicator.ts'
import { shareOf, timesOf } from './worth.ts'

const SOURCE = 'domain 11.2'
const shared = { source: SOURCE, unit: 'days', direction: 'lower', needs: ['book'] } as const

/** Working days by which a cohort is looked at. */
export const COHORT_DAYS = [5, 10, 15, 20, 30] as const

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
    reads: ['answer_working', 'answer_calendar', 'cohort_working', 'received', 'received_answered'],
    rests: FLOWS,
    worth: (sums) => [
      ...timesOf(sums.histogram('answer_working'), 'working'),
      ...timesOf(sums.histogram('answer_calendar'), 'calendar'),
      ...cohortOf(sums),
    ],
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

/** Of those received in the period: how many had their answer by then. Who has none is not among them. */
function cohortOf(sums: Sums): Worth[] {
  const received = sums.count('received')
  const answeredAfter = sums.histogram('cohort_working')
  return [
    shareOf(received - sums.count('received_answered'), received, 'cohort_unanswered'),
    ...COHORT_DAYS.map((days) =>
      shareOf(countOf(answeredAfter.slice(0, days + 1)), received, `cohort_within_${days}`),
    ),
  ]
}
