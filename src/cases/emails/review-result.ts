import type { PlainDate } from '../../platform/dates.ts'
import { defineEmail } from '../../notices/index.ts'
import { caseEmailName, caseSubject, samplePersonCase, type PersonCase } from './case-emails.ts'

/** To the person: what came of the review. */
export interface ReviewResult extends PersonCase {
  /** The case is worked on again. */
  granted: boolean
  reason: string | null
  newDueOn: PlainDate | null
}

export const reviewResult = defineEmail<ReviewResult>({
  template: 'review_result',
  view: 'cases/review-result',
  texts: 'case-emails.review_result',
  name: caseEmailName('review_result'),
  subject: caseSubject('review_result'),
  sample: (t) => ({
    ...samplePersonCase(t),
    granted: true,
    reason: t('case-emails.samples.review_reason'),
    newDueOn: '2026-04-09',
  }),
})
