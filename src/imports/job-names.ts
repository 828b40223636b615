import { defineJob } from '../platform/jobs/index.ts'

const LONGEST_SECONDS = 6 * 3600

export const tryDraftJob = defineJob<{ administrationId: string; draftId: string }>(
  'try_legacy_draft',
  { expireInSeconds: LONGEST_SECONDS },
)

/** Tried again, it goes on where it was. */
export const loadDraftJob = defineJob<{ administrationId: string; draftId: string }>(
  'load_legacy_draft',
  { expireInSeconds: LONGEST_SECONDS, retryLimit: 5, retryDelay: 30 },
)
