import { defineEmail } from '../../notices/index.ts'
import { caseEmailName, caseSubject, samplePersonCase, type PersonCase } from './case-emails.ts'

/** To the person: closed without an answer, and why. */
export interface CaseArchived extends PersonCase {
  ending: 'archived' | 'redirected' | 'consolidated'
  reason: string
  /** Where another case is filed; null: there is nothing to file again. */
  fileAgainUrl: string | null
}

export const caseArchived = defineEmail<CaseArchived>({
  template: 'case_archived',
  view: 'cases/case-archived',
  texts: 'case-emails.case_archived',
  name: caseEmailName('case_archived'),
  subject: caseSubject('case_archived'),
  sample: (t) => ({
    ...samplePersonCase(t),
    ending: 'archived',
    reason: t('case-emails.case_archived.not_corrected'),
    fileAgainUrl: 'https://libro.example.org/demo/nuevo',
  }),
})
