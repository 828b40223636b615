import { defineEmail } from '../../notices/index.ts'
import { caseEmailName, caseSubject, sampleStaffCase, type StaffCase } from './case-emails.ts'

/** To whoever had it in hand. */
export const caseWithdrawn = defineEmail<StaffCase>({
  template: 'case_withdrawn',
  view: 'cases/case-withdrawn',
  texts: 'case-emails.case_withdrawn',
  name: caseEmailName('case_withdrawn'),
  subject: caseSubject('case_withdrawn'),
  sample: sampleStaffCase,
})
