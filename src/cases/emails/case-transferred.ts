import type { PlainDate } from '../../platform/dates.ts'
import { defineEmail } from '../../notices/index.ts'
import { caseEmailName, caseSubject, samplePersonCase, type PersonCase } from './case-emails.ts'

/** To the person: another body answers. */
export interface CaseTransferred extends PersonCase {
  receiver: string
  receiverContact: string | null
  outsideNumber: string | null
  transferredOn: PlainDate
  reason: string
}

export const caseTransferred = defineEmail<CaseTransferred>({
  template: 'case_transferred',
  view: 'cases/case-transferred',
  texts: 'case-emails.case_transferred',
  name: caseEmailName('case_transferred'),
  subject: caseSubject('case_transferred'),
  sample: (t) => ({
    ...samplePersonCase(t),
    receiver: t('case-emails.samples.receiver'),
    receiverContact: t('case-emails.samples.receiver_contact'),
    outsideNumber: 'CEA-2026-0451',
    transferredOn: '2026-03-04',
    reason: t('case-emails.samples.transfer_reason'),
  }),
})
