import { LetterNotTaken } from '../platform/mail/index.ts'
import { isLanguage, defaultLanguage } from '../platform/i18n/index.ts'
import type { System } from '../system.ts'
import { composeLetter, type ComposedLetter } from './compose-letter.ts'
import { getEmail } from './email.ts'
import { getLetterhead, type Letterhead } from './letterhead.ts'
import type { Failure, Notice } from './notice.ts'
import { resolveRecipient } from './recipients.ts'

/** What became of one attempt to send a notice. */
export type Attempt =
  | { became: 'sent'; acceptedBy: string }
  | { became: 'cancelled'; failure: 'no_address' | 'not_needed' }
  | { became: 'not_sent'; failure: Failure }

interface ReadyLetter extends ComposedLetter {
  to: string
  fromName: string
  replyTo?: string
}

/** Finds the address, writes the letter and hands it to the mail server; in no transaction. */
export async function sendLetter(system: System, notice: Notice): Promise<Attempt> {
  const letter = await prepare(system, notice)
  if ('became' in letter) return letter
  try {
    const { acceptedBy } = await system.mail.send({
      ...letter,
      messageId: messageIdOf(system, notice),
    })
    return { became: 'sent', acceptedBy }
  } catch (error) {
    const failure = error instanceof LetterNotTaken ? error.reason : 'outcome_unknown'
    const responseCode = error instanceof LetterNotTaken ? error.responseCode : null
    const { noticeId, template } = notice
    system.log.warn({ noticeId, template, failure, responseCode }, 'a letter was not taken over')
    return { became: 'not_sent', failure }
  }
}

/** Nothing has left yet: whatever goes wrong here may be tried again. */
async function prepare(system: System, notice: Notice): Promise<ReadyLetter | Attempt> {
  try {
    return await write(system, notice)
  } catch (error) {
    const { noticeId, template } = notice
    system.log.error({ err: error, noticeId, template }, 'a letter could not be written')
    return { became: 'not_sent', failure: 'composing_failed' }
  }
}

async function write(system: System, notice: Notice): Promise<ReadyLetter | Attempt> {
  const { email, model: loadModel } = getEmail(notice.template)
  const recipient = await resolveRecipient(system, notice)
  if (!recipient) return { became: 'cancelled', failure: 'no_address' }
  const language = isLanguage(notice.language) ? notice.language : defaultLanguage
  const model = await loadModel(system, { ...notice, language })
  if (!model) return { became: 'cancelled', failure: 'not_needed' }
  const letterhead = await getLetterhead(system.db, notice.administrationId)
  return {
    ...composeLetter(email, model, letterhead, language),
    ...senderOf(letterhead),
    to: recipient.address,
  }
}

function senderOf(letterhead: Letterhead): Pick<ReadyLetter, 'fromName' | 'replyTo'> {
  return {
    fromName: letterhead.name,
    ...(letterhead.email ? { replyTo: letterhead.email } : {}),
  }
}

/** The same however often it is tried, so that mailboxes recognise a letter that came twice. */
function messageIdOf(system: System, notice: Notice): string {
  return `<${notice.noticeId}@${new URL(system.config.baseUrl).hostname}>`
}
