import { defineEmail } from '../../notices/index.ts'
import { caseEmailName, caseSubject, sampleStaffCase, type StaffCase } from './case-emails.ts'

/** To the author of the answer. */
export const draftReturned = defineEmail<StaffCase>({
  template: 'draft_returned',
  view: 'cases/draft-returned',
  texts: 'case-emails.draft_returned',
  name: caseEmailName('draft_returned'),
  subject: caseSubject('draft_returned'),
  sample: sampleStaffCase,
})
