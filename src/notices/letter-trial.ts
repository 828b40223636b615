import type { T } from '../platform/i18n/index.ts'
import type { ComposedLetter } from './compose-letter.ts'
import { getEmail, type Email } from './email.ts'
import type { Notice, NoticeToQueue } from './notice.ts'

/** A letter that somebody sends to themselves to see it arrive, with invented data. */
export const LETTER_TRIAL = 'letter_trial'

export function trialOf(
  administrationId: string,
  accountId: string,
  { template, language }: { template: string; language: string },
): NoticeToQueue {
  return {
    administrationId,
    template: LETTER_TRIAL,
    to: { recipient: 'account', accountId },
    language,
    details: { letter: template },
  }
}

/** Null: the notice is a real one. */
export function trialEmail({ template, details }: Notice): Email<object> | null {
  return template === LETTER_TRIAL ? getEmail(String(details['letter'])).email : null
}

/** So that nobody takes it for a real one, neither in the list of letters nor opened. */
export function markedAsTrial(letter: ComposedLetter, t: T): ComposedLetter {
  return { ...letter, subject: t('notices.words.trial_subject', { subject: letter.subject }) }
}
