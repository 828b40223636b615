import { defineEmail } from '../../notices/index.ts'
import { caseEmailName, caseSubject, sampleStaffCase, type StaffCase } from './case-emails.ts'

/** To the responsible of the book: the person says it was not resolved. */
export const reviewAsked = defineEmail<StaffCase>({
  template: 'review_asked',
  view: 'cases/review-asked',
  texts: 'case-emails.review_asked',
  name: caseEmailName('review_asked'),
  subject: caseSubject('review_asked'),
  sample: sampleStaffCase,
})
