import type { Request, Response } from 'express'
import { requireStaff, requireWorkplace, type Workplace } from '../../../people/index.ts'
import { NotFound } from '../../../platform/errors.ts'
import { idIn } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import type { MailDeed } from '../actions/settle-mail.ts'
import { findMail } from '../mail-store.ts'
import type { Mail } from '../mail-table.ts'
import { mailboxUrls, type MailboxUrls } from '../urls.ts'

export interface MailRoom {
  workplace: Workplace
  mail: Mail
  deed: MailDeed
  urls: MailboxUrls
}

/** What every page about one message starts from. */
export async function enterMail(
  system: System,
  request: Request,
  response: Response,
): Promise<MailRoom> {
  const workplace = requireWorkplace(response)
  const { administrationId, slug } = workplace
  const mailId = idIn(request, 'mailId')
  const mail = await findMail(system.db, { administrationId, mailId })
  if (!mail || mail.sort === 'bounce') throw new NotFound()
  const deed = { accountId: requireStaff(response).accountId, at: system.clock() }
  return { workplace, mail, deed, urls: mailboxUrls(slug, mailId) }
}
