import type { PlainDate } from '../../platform/dates.ts'
import { clockChanges, type ClockChanges, type DayCount } from './report-clocks.ts'
import { stateAfter } from './report-rules.ts'
import type { ReportState } from './report-states.ts'

/** What stands of a report from its first day: its state, its first event and its clocks. */
export interface CourseAtFiling {
  state: ReportState
  event: { seq: 1; code: 'seal'; toState: ReportState }
  deadlines: ClockChanges['started']
}

export function courseAtFiling(filedOn: PlainDate, count: DayCount): CourseAtFiling {
  const state = stateAfter('seal', { state: 'received', events: [], clocks: [] })
  return {
    state,
    event: { seq: 1, code: 'seal', toState: state },
    deadlines: clockChanges('seal', [], { filedOn, day: filedOn }, count).started,
  }
}
