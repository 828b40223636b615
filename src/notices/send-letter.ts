import { LetterNotTaken, type Letter } from '../platform/mail/index.ts'
import { defaultLanguage, isLanguage, translator } from '../platform/i18n/index.ts'
import type { System } from '../system.ts'
import { composeLetter, type ComposedLetter } from './compose-letter.ts'
import { getEmail } from './email.ts'
import { markedAsTrial, trialEmail } from './letter-trial.ts'
import { findWords } from './letter-words-store.ts'
import { getLetterhead, type Letterhead } from './letterhead.ts'
import { messageIdOf } from './message-id.ts'
import type { Failure, Notice } from './notice.ts'
import { resolveRecipient } from './recipients.ts'
import { findTextNotice, type TextNotice } from './text-message.ts'

/** What became of one attempt to send a notice. */
export type Attempt =
  | { became: 'sent'; acceptedBy: string }
  | { became: 'cancelled'; failure: 'no_address' | 'not_needed' }
  | { became: 'not_sent'; failure: Failure }

/** Written and addressed; nothing has left. */
interface ReadyToSend {
  send(): Promise<{ acceptedBy: string }>
}

/** Finds the address, writes the letter and hands it to whoever carries it; in no transaction. */
export async function sendLetter(system: System, notice: Notice): Promise<Attempt> {
  const ready = await prepare(system, notice)
  if ('became' in ready) return ready
  try {
    const { acceptedBy } = await ready.send()
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
async function prepare(system: System, notice: Notice): Promise<ReadyToSend | Attempt> {
  try {
    const text = findTextNotice(notice.template)
    return await (text ? writeText(system, notice, text) : writeLetter(system, notice))
  } catch (error) {
    const { noticeId, template } = notice
    system.log.error({ err: error, noticeId, template }, 'a letter could not be written')
    return { became: 'not_sent', failure: 'composing_failed' }
  }
}

async function writeText(
  system: System,
  notice: Notice,
  message: TextNotice,
): Promise<ReadyToSend | Attempt> {
  const { texts } = system
  const recipient = await resolveRecipient(system, notice)
  if (!recipient || !texts) return { became: 'cancelled', failure: 'no_address' }
  const text = await message.write(system, notice)
  if (text === null) return { became: 'cancelled', failure: 'not_needed' }
  return { send: () => texts.send({ to: recipient.address, text, id: notice.noticeId }) }
}

async function writeLetter(system: System, notice: Notice): Promise<ReadyToSend | Attempt> {
  const recipient = await resolveRecipient(system, notice)
  if (!recipient) return { became: 'cancelled', failure: 'no_address' }
  const letterhead = await getLetterhead(system, notice.administrationId)
  const composed = await composeNotice(system, notice, letterhead)
  if (!composed) return { became: 'cancelled', failure: 'not_needed' }
  const letter = {
    ...composed,
    ...senderOf(letterhead),
    to: recipient.address,
    messageId: messageIdOf(notice.noticeId, system.config),
  }
  return { send: () => system.mail.send(letter) }
}

/** In the words that were the administration's when the notice was queued. */
async function composeNotice(
  system: System,
  notice: Notice,
  letterhead: Letterhead,
): Promise<ComposedLetter | null> {
  const { administrationId, queuedAt } = notice
  const language = isLanguage(notice.language) ? notice.language : defaultLanguage
  const t = translator(language)
  const trial = trialEmail(notice)
  const email = trial ?? getEmail(notice.template).email
  const model = trial
    ? trial.sample(t)
    : await getEmail(notice.template).model(system, { ...notice, language })
  if (!model) return null
  const key = { template: email.template, language }
  const words = email.texts ? await findWords(system.db, administrationId, key, queuedAt) : {}
  const letter = composeLetter(email, model, letterhead, language, words)
  return trial ? markedAsTrial(letter, t) : letter
}

function senderOf(letterhead: Letterhead): Pick<Letter, 'fromName' | 'replyTo'> {
  return {
    fromName: letterhead.name,
    ...(letterhead.email ? { replyTo: letterhead.email } : {}),
  }
}
