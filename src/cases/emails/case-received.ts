import type { PlainDate } from '../../platform/dates.ts'
import { defineEmail } from '../../notices/index.ts'
import { caseEmailName, caseSubject, samplePersonCase, type PersonCase } from './case-emails.ts'

/** To the person: the receipt. */
export interface CaseReceived extends PersonCase {
  /** Made again from the case's id as the letter leaves; it stands in no row, job or log. */
  trackingToken: string
  registeredAt: Date
  dueOn: PlainDate | null
  /** The sentence that explains the date. */
  dueExplanation: string | null
}

export const caseReceived = defineEmail<CaseReceived>({
  template: 'case_received',
  view: 'cases/case-received',
  texts: 'case-emails.case_received',
  name: caseEmailName('case_received'),
  subject: caseSubject('case_received'),
  sample: (t) => ({
    ...samplePersonCase(t),
    trackingToken: 'K7Q2-9XWM-4HTB-60RD',
    registeredAt: new Date('2026-03-02T16:00:00Z'),
    dueOn: '2026-03-24',
    dueExplanation: t('case-emails.samples.due_why'),
  }),
})
