import { defineEmail } from '../../notices/index.ts'
import { caseEmailName, caseSubject, sampleStaffCase, type StaffCase } from './case-emails.ts'

/** To the head of the centre, at once. */
export interface DangerAlert extends StaffCase {
  centreName: string
}

export const dangerAlert = defineEmail<DangerAlert>({
  template: 'danger_alert',
  view: 'cases/danger-alert',
  texts: 'case-emails.danger_alert',
  name: caseEmailName('danger_alert'),
  subject: caseSubject('danger_alert'),
  sample: (t) => ({ ...sampleStaffCase(t), centreName: t('case-emails.samples.centre') }),
})
