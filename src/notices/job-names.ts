import { defineJob } from '../platform/jobs/index.ts'

/** Carries nothing: the rows that are due say the rest. */
export const deliverNoticesJob = defineJob('deliver_notices')

export const tellOutcomeJob = defineJob<{ administrationId: string; noticeId: string }>(
  'tell_notice_outcome',
  { retryLimit: 20, retryDelay: 1, retryBackoff: true, retryDelayMax: 3600 },
)
