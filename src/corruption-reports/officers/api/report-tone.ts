import { REPORT_STATE_TYPE, type ReportState } from '../report-states.ts'

/** The shape and colour of a state; the word is always beside it. */
export function reportTone(
  state: ReportState,
): 'new' | 'active' | 'waiting' | 'review' | 'done' | 'closed' {
  if (state === 'outcome_recorded') return 'done'
  if (state === 'bad_faith_review' || state === 'protection_review') return 'review'
  switch (REPORT_STATE_TYPE[state]) {
    case 'new':
      return 'new'
    case 'waiting':
      return 'waiting'
    case 'ended':
      return 'closed'
    default:
      return 'active'
  }
}
