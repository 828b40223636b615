import { recordChange } from '../../../audit/index.ts'
import { addInformation, DESCRIPTION_LIMIT } from '../../../cases/index.ts'
import { listDraftAttachments } from '../../../attachments/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import { WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { wordsOf } from '../mail-words.ts'
import { updateMailState } from '../mail-store.ts'
import type { Dismissal, Mail, MailState } from '../mail-table.ts'
import { unpackFiles } from './unpack-files.ts'

export interface MailDeed {
  accountId: string
  at: Date
}

/** It is not for the book; it may be brought back for some days. */
export function dismissMail(system: System, mail: Mail, deed: MailDeed, reason: Dismissal) {
  return settle(system, mail, ['waiting', 'aside'], { state: 'dismissed', reason }, deed)
}

/** A person wrote it after all. */
export function bringMailBack(system: System, mail: Mail, deed: MailDeed) {
  return settle(system, mail, ['aside', 'dismissed'], { state: 'waiting' }, deed)
}

/** What its person adds to a case. The step knows the message, so that it is taken once. */
export async function addMailToCase(
  system: System,
  mail: Mail,
  deed: MailDeed,
  caseNumber: string,
): Promise<void> {
  const { administrationId, mailId } = mail
  if (mail.state !== 'waiting') throw new WrongState()
  await unpackFiles(system, mail, deed.at)
  const files = await listDraftAttachments(system.db, { administrationId, draftId: mailId })
  const attachmentIds = files.map(({ attachmentId }) => attachmentId)
  await addInformation(
    system,
    { administrationId, caseNumber, sendingId: mailId },
    { text: wordsOf(mail).slice(0, DESCRIPTION_LIMIT), attachmentIds, draftId: mailId },
    deed.at,
  )
  await settle(system, mail, ['waiting'], { state: 'added', caseNumber }, deed)
}

async function settle(
  { db }: System,
  mail: Mail,
  from: readonly MailState[],
  to: { state: MailState; reason?: Dismissal; caseNumber?: string },
  { accountId, at }: MailDeed,
): Promise<void> {
  const { administrationId, mailId } = mail
  await inTransaction(db, async (tx) => {
    const settled = await updateMailState(tx, mail, from, { ...to, by: accountId, at })
    if (!settled) throw new WrongState()
    const details = { mailId, ...(to.reason && { reason: to.reason }) }
    await recordChange(tx, { administrationId, accountId, at, action: `mail_${to.state}`, details })
  })
}
