import { defineEmail } from '../../notices/index.ts'
import { caseEmailName, caseSubject, sampleStaffCase, type StaffCase } from './case-emails.ts'

/** To the responsible of the book: the unit says it is not its matter. */
export const caseReturned = defineEmail<StaffCase>({
  template: 'case_returned',
  view: 'cases/case-returned',
  texts: 'case-emails.case_returned',
  name: caseEmailName('case_returned'),
  subject: caseSubject('case_returned'),
  sample: sampleStaffCase,
})
