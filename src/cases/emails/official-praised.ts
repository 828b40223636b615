import { defineEmail } from '../../notices/index.ts'
import { caseEmailName, caseSubject } from './case-emails.ts'

/** What the person wrote, without what would tell who they are; null once erased. */
export interface OfficialPraised {
  caseNumber: string
  words: string | null
}

/** To whom a compliment names: they cannot open the case, so the letter says what it is about. */
export const officialPraised = defineEmail<OfficialPraised>({
  template: 'official_praised',
  view: 'cases/official-praised',
  texts: 'case-emails.official_praised',
  name: caseEmailName('official_praised'),
  subject: caseSubject('official_praised'),
  sample: (t) => ({
    caseNumber: 'DEMO-2026-000123',
    words: t('case-emails.samples.praise'),
  }),
})
