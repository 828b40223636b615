import type { PlainDate } from '../../platform/dates.ts'
import { defineEmail } from '../../notices/index.ts'
import { caseEmailName, caseSubject, samplePersonCase, type PersonCase } from './case-emails.ts'

/** To the person: the office works on it again. */
export interface CaseReopened extends PersonCase {
  reason: string
  dueOn: PlainDate | null
}

export const caseReopened = defineEmail<CaseReopened>({
  template: 'case_reopened',
  view: 'cases/case-reopened',
  texts: 'case-emails.case_reopened',
  name: caseEmailName('case_reopened'),
  subject: caseSubject('case_reopened'),
  sample: (t) => ({
    ...samplePersonCase(t),
    reason: t('case-emails.samples.review_reason'),
    dueOn: '2026-04-09',
  }),
})
