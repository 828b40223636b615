import { defineEmail } from '../../notices/index.ts'
import { caseEmailName, caseSubject, sampleStaffCase, type StaffCase } from './case-emails.ts'

/** To those who may approve the answer. */
export const draftSubmitted = defineEmail<StaffCase>({
  template: 'draft_submitted',
  view: 'cases/draft-submitted',
  texts: 'case-emails.draft_submitted',
  name: caseEmailName('draft_submitted'),
  subject: caseSubject('draft_submitted'),
  sample: sampleStaffCase,
})
