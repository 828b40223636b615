import { defineEmail } from '../../notices/index.ts'
import { caseEmailName, caseSubject, sampleStaffCase, type StaffCase } from './case-emails.ts'

/** To the responsible of the book: another way is needed. */
export const deliveryFailed = defineEmail<StaffCase>({
  template: 'delivery_failed',
  view: 'cases/delivery-failed',
  texts: 'case-emails.delivery_failed',
  name: caseEmailName('delivery_failed'),
  subject: caseSubject('delivery_failed'),
  sample: sampleStaffCase,
})
