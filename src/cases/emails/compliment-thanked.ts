import { defineEmail } from '../../notices/index.ts'
import { caseEmailName, caseSubject, samplePersonCase, type PersonCase } from './case-emails.ts'

/** To the person: thank you, and whom it was passed on to. */
export const complimentThanked = defineEmail<PersonCase>({
  template: 'compliment_thanked',
  view: 'cases/compliment-thanked',
  texts: 'case-emails.compliment_thanked',
  name: caseEmailName('compliment_thanked'),
  subject: caseSubject('compliment_thanked'),
  sample: samplePersonCase,
})
