import type { PlainDate } from '../../platform/dates.ts'
import { defineEmail } from '../../notices/index.ts'
import { caseEmailName, caseSubject, samplePersonCase, type PersonCase } from './case-emails.ts'

/** To the person: more time, and why. */
export interface TermExtended extends PersonCase {
  reason: string
  dueOn: PlainDate
}

export const termExtended = defineEmail<TermExtended>({
  template: 'term_extended',
  view: 'cases/term-extended',
  texts: 'case-emails.term_extended',
  name: caseEmailName('term_extended'),
  subject: caseSubject('term_extended'),
  sample: (t) => ({
    ...samplePersonCase(t),
    reason: t('case-emails.samples.extension_reason'),
    dueOn: '2026-04-01',
  }),
})
