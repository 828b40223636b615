import { defineJob } from '../../platform/jobs/index.ts'

export const gatherCorpusJob = defineJob<{ administrationId: string; corpusId: string }>(
  'gather_corpus',
  { retryLimit: 3, retryDelay: 60, expireInSeconds: 3600 },
)

export const forgetErasedJob = defineJob('forget_erased_texts')
