import { defineEmail } from '../../notices/index.ts'
import { caseEmailName, caseSubject, sampleStaffCase, type StaffCase } from './case-emails.ts'

/** To the head of the centre that is praised. */
export const complimentForwarded = defineEmail<StaffCase>({
  template: 'compliment_forwarded',
  view: 'cases/compliment-forwarded',
  texts: 'case-emails.compliment_forwarded',
  name: caseEmailName('compliment_forwarded'),
  subject: caseSubject('compliment_forwarded'),
  sample: sampleStaffCase,
})
