import { defineEmail } from '../../notices/index.ts'
import { caseEmailName, caseSubject, sampleStaffCase, type StaffCase } from './case-emails.ts'

/** To whoever has the case in hand: the person sent what was asked, or more. */
export const personReplied = defineEmail<StaffCase>({
  template: 'person_replied',
  view: 'cases/person-replied',
  texts: 'case-emails.person_replied',
  name: caseEmailName('person_replied'),
  subject: caseSubject('person_replied'),
  sample: sampleStaffCase,
})
