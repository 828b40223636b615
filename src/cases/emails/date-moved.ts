import { defineEmail } from '../../notices/index.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { caseEmailName, caseSubject, samplePersonCase, type PersonCase } from './case-emails.ts'

/** To the person: the days off changed, and with them the day of the answer. */
export interface DateMoved extends PersonCase {
  dueBefore: PlainDate
  dueOn: PlainDate
}

export const dateMoved = defineEmail<DateMoved>({
  template: 'date_moved',
  view: 'cases/date-moved',
  name: caseEmailName('date_moved'),
  subject: caseSubject('date_moved'),
  sample: (t) => ({ ...samplePersonCase(t), dueBefore: '2026-03-24', dueOn: '2026-03-25' }),
})
