import type { Request } from 'express'
import { recordLook } from '../../../audit/index.ts'
import type { FilingRequest } from '../../../cases/index.ts'
import type { System } from '../../../system.ts'
import { entryOfMail, findWaitingMail, markMailFiled } from '../../mailbox/for-counter.ts'
import type { Mail } from '../../mailbox/mail-table.ts'
import { saidOfFiles } from '../../mailbox/said-of-files.ts'
import type { Entry } from '../entry-fields.ts'
import type { CounterRoom } from './desk-room.ts'
import type { EntryPage } from './entry-view.ts'
import { newEntry } from './read-entry.ts'

/** A message that waits to be registered; null when it no longer does. */
export async function openMail(
  { db }: System,
  { administrationId, staff, now }: CounterRoom,
  mailId: string,
): Promise<Mail | null> {
  const mail = await findWaitingMail(db, { administrationId, mailId })
  if (mail) {
    const look = { administrationId, accountId: staff.accountId, at: now }
    await recordLook(db, { ...look, what: 'mail', details: { mailId } })
  }
  return mail
}

/** The form with what the message answers, and its files that were refused by name. */
export function mailEntry(request: Request, room: CounterRoom, mail: Mail): EntryPage {
  const { timeZone } = room.book.administration
  const entry = {
    ...newEntry(request, room),
    ...entryOfMail(mail, timeZone),
    entry: mail.mailId,
  }
  const refusedFiles = saidOfFiles(mail.files, room.t)
    .filter(({ refused }) => refused !== null)
    .map(({ name }) => name)
  return { entry, refusedFiles }
}

/** The message of the form, if it has one, is filed with it. */
export function markMail(
  { administrationId, staff, now }: CounterRoom,
  { entry: mailId }: Entry,
): NonNullable<FilingRequest['alongside']> {
  return (tx, { caseNumber }) =>
    markMailFiled(tx, { administrationId, mailId }, { caseNumber, by: staff.accountId, at: now })
}
