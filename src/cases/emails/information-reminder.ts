import type { PlainDate } from '../../platform/dates.ts'
import { defineEmail } from '../../notices/index.ts'
import { caseEmailName, caseSubject, samplePersonCase, type PersonCase } from './case-emails.ts'

/** To the person: still missing. */
export interface InformationReminder extends PersonCase {
  request: string
  replyBefore: PlainDate
}

export const informationReminder = defineEmail<InformationReminder>({
  template: 'information_reminder',
  view: 'cases/information-reminder',
  texts: 'case-emails.information_reminder',
  name: caseEmailName('information_reminder'),
  subject: caseSubject('information_reminder'),
  sample: (t) => ({
    ...samplePersonCase(t),
    request: t('case-emails.samples.request'),
    replyBefore: '2026-03-13',
  }),
})
