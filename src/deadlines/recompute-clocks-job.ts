import { defineJob } from '../platform/jobs/index.ts'

/** After a change of a calendar: the open clocks that count by it. */
export const recomputeClocksJob = defineJob<{ calendarCode: string }>('recompute_open_clocks')
