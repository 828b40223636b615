import { defineEmail } from '../../notices/index.ts'
import { caseEmailName, caseSubject, sampleStaffCase, type StaffCase } from './case-emails.ts'

/** To whoever has to deal with it. */
export const caseAssigned = defineEmail<StaffCase>({
  template: 'case_assigned',
  view: 'cases/case-assigned',
  texts: 'case-emails.case_assigned',
  name: caseEmailName('case_assigned'),
  subject: caseSubject('case_assigned'),
  sample: sampleStaffCase,
})
