import { defineEmail } from '../../notices/index.ts'
import { caseEmailName, caseSubject, sampleStaffCase, type StaffCase } from './case-emails.ts'

/** To the one above, when a deadline is close or gone. */
export interface DeadlineEscalated extends StaffCase {
  /** 0: not yet. */
  daysLate: number
}

export const deadlineEscalated = defineEmail<DeadlineEscalated>({
  template: 'deadline_escalated',
  view: 'cases/deadline-escalated',
  texts: 'case-emails.deadline_escalated',
  name: caseEmailName('deadline_escalated'),
  subject: caseSubject('deadline_escalated'),
  sample: (t) => ({ ...sampleStaffCase(t), daysLate: 3 }),
})
