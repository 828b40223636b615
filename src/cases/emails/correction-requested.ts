import type { PlainDate } from '../../platform/dates.ts'
import { defineEmail } from '../../notices/index.ts'
import { caseEmailName, caseSubject, samplePersonCase, type PersonCase } from './case-emails.ts'

/** To the person: something is missing. */
export interface CorrectionRequested extends PersonCase {
  /** What is missing, in the words of whoever asks. */
  request: string
  replyBefore: PlainDate
  clockStands: boolean
}

export const correctionRequested = defineEmail<CorrectionRequested>({
  template: 'correction_requested',
  view: 'cases/correction-requested',
  texts: 'case-emails.correction_requested',
  name: caseEmailName('correction_requested'),
  subject: caseSubject('correction_requested'),
  sample: (t) => ({
    ...samplePersonCase(t),
    request: t('case-emails.samples.request'),
    replyBefore: '2026-03-13',
    clockStands: true,
  }),
})
