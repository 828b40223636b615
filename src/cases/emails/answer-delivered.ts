import type { PlainDate } from '../../platform/dates.ts'
import { defineEmail } from '../../notices/index.ts'
import { caseEmailName, caseSubject, samplePersonCase, type PersonCase } from './case-emails.ts'

/** To the person: the answer itself. This letter is a delivery, and its proof is kept. */
export interface AnswerDelivered extends PersonCase {
  outcomeLabel: string
  answeredOn: PlainDate
  /** The answer itself, as approved. */
  answer: string
  measures: string | null
  /** What the person may do who disagrees, from the regime. */
  remedies: readonly string[]
  mayRate: boolean
}

export const answerDelivered = defineEmail<AnswerDelivered>({
  template: 'answer_delivered',
  view: 'cases/answer-delivered',
  texts: 'case-emails.answer_delivered',
  name: caseEmailName('answer_delivered'),
  subject: caseSubject('answer_delivered'),
  sample: (t) => ({
    ...samplePersonCase(t),
    outcomeLabel: t('case-emails.samples.outcome'),
    answeredOn: '2026-03-18',
    answer: t('case-emails.samples.answer'),
    measures: t('case-emails.samples.measures'),
    remedies: [t('case-emails.samples.remedy_review'), t('case-emails.samples.remedy_court')],
    mayRate: true,
  }),
})
