import { DESCRIPTION_LIMIT } from '../../cases/index.ts'
import type { Db, Tx } from '../../platform/database/connection.ts'
import { isId } from '../../platform/ids.ts'
import { localDate, localTime } from '../../platform/dates.ts'
import type { Entry } from '../counter/entry-fields.ts'
import { findMail, updateMailState } from './mail-store.ts'
import type { Mail, MailId } from './mail-table.ts'
import { wordsOf } from './mail-words.ts'

/** A message that still waits, for the form with which it is registered. */
export async function findWaitingMail(db: Db, id: MailId): Promise<Mail | null> {
  const mail = isId(id.mailId) ? await findMail(db, id) : null
  return mail?.state === 'waiting' ? mail : null
}

/**
 * What a message already answers of the form; its own key is the form's. That somebody wrote by e-mail is
 * no consent to be notified by it: that stays for whoever reads it.
 */
export function entryOfMail(mail: Mail, timeZone: string): Partial<Entry> {
  return {
    channel: 'email',
    handedDate: localDate(mail.receivedAt, timeZone),
    handedTime: localTime(mail.receivedAt, timeZone),
    description: wordsOf(mail).slice(0, DESCRIPTION_LIMIT).toWellFormed(),
    names: mail.senderName.slice(0, 120).toWellFormed(),
    email: mail.senderAddress,
  }
}

/** When our mail server received it, whatever was typed; null: the form is of no message. */
export async function whenMailCame(db: Db, id: MailId): Promise<Date | null> {
  const mail = await findMail(db, id)
  return mail && mail.receivedAt
}

/** In the transaction that files it. */
export async function markMailFiled(
  tx: Tx,
  id: MailId,
  filed: { caseNumber: string; by: string; at: Date },
): Promise<void> {
  await updateMailState(tx, id, ['waiting', 'aside', 'dismissed'], { state: 'filed', ...filed })
}
