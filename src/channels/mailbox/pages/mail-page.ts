import type { Response } from 'express'
import { recordLook } from '../../../audit/index.ts'
import { staffCaseUrl } from '../../../cases/index.ts'
import type { FieldProblem } from '../../../platform/errors.ts'
import { formatDateTime } from '../../../platform/i18n/index.ts'
import { formErrors, render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { saidOfFiles } from '../said-of-files.ts'
import { DISMISSALS } from '../mail-table.ts'
import { enterMail, type MailRoom } from './mail-room.ts'

export function showMail(system: System): Page {
  return async (request, response) => {
    const room = await enterMail(system, request, response)
    const { administrationId, mailId } = room.mail
    await recordLook(system.db, {
      ...room.deed,
      administrationId,
      what: 'mail',
      details: { mailId },
    })
    showMailPage(response, room)
  }
}

/** One message, as plain text only, and what can be done with it. */
export function showMailPage(
  response: Response,
  { mail, urls, workplace }: MailRoom,
  { problems = [], typed = {} }: { problems?: FieldProblem[]; typed?: Record<string, string> } = {},
): void {
  const { lang, t } = response.locals
  const error = problems.length > 0
  const fact = (key: string, value: string) =>
    value ? [{ key: { text: t(`channels-mailbox.fact.${key}`) }, value: { text: value } }] : []
  const model = {
    title: mail.subject || t('channels-mailbox.no_subject'),
    error,
    errors: formErrors(response, problems, 'channels-mailbox.problems'),
    urls,
    facts: [
      ...fact('from', [mail.senderName, mail.senderAddress].filter(Boolean).join(', ')),
      ...fact('received', formatDateTime(mail.receivedAt, lang, workplace.timeZone)),
      ...fact('state', t(`channels-mailbox.state.${mail.state}`)),
      ...fact('reason', mail.reason ? t(`channels-mailbox.reason.${mail.reason}`) : ''),
    ],
    text: mail.text,
    files: saidOfFiles(mail.files, t),
    waits: mail.state === 'waiting',
    mayReturn: mail.state === 'aside' || mail.state === 'dismissed',
    filed: mail.caseNumber && {
      number: mail.caseNumber,
      url: staffCaseUrl(workplace.slug, mail.caseNumber),
    },
    typed: { caseNumber: mail.answersCase ?? '', ...typed },
    answersCase: mail.answersCase,
    reasons: [
      { value: '', text: t('channels-mailbox.choose') },
      ...DISMISSALS.map((value) => ({ value, text: t(`channels-mailbox.reason.${value}`) })),
    ],
  }
  render(response, 'channels/mailbox/mail', model, { layout: 'staff', status: error ? 422 : 200 })
}
