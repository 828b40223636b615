import { defineEmail } from '../../notices/index.ts'
import { caseEmailName, caseSubject, sampleStaffCase, type StaffCase } from './case-emails.ts'

/** To whoever has the case in hand, before it is due. */
export interface DeadlineNear extends StaffCase {
  /** 0: today is the last day. */
  daysLeft: number
}

export const deadlineNear = defineEmail<DeadlineNear>({
  template: 'deadline_near',
  view: 'cases/deadline-near',
  texts: 'case-emails.deadline_near',
  name: caseEmailName('deadline_near'),
  subject: caseSubject('deadline_near'),
  sample: (t) => ({ ...sampleStaffCase(t), daysLeft: 2 }),
})
