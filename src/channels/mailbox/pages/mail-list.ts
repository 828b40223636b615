import { recordLook } from '../../../audit/index.ts'
import { requireStaff, requireWorkplace } from '../../../people/index.ts'
import { formatDateTime } from '../../../platform/i18n/index.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { listMail } from '../mail-store.ts'
import type { Mail } from '../mail-table.ts'
import { mailboxUrls } from '../urls.ts'

const SHOWN = ['waiting', 'aside', 'dismissed', 'filed', 'added'] as const
const MOST = 100
const DONE = ['dismissed', 'added', 'waiting']

/** What waits, the oldest first; and what robots wrote or somebody put away. */
export function showMailList(system: System): Page {
  return async (request, response) => {
    const { administrationId, slug, timeZone } = requireWorkplace(response)
    const { lang, t } = response.locals
    const { estado, hecho } = request.query
    const shown = SHOWN.find((state) => state === estado) ?? 'waiting'
    const mails = await listMail(system.db, administrationId, shown, MOST)
    const { accountId } = requireStaff(response)
    const look = { administrationId, accountId, at: system.clock(), what: 'mail_list' }
    await recordLook(system.db, { ...look, details: { state: shown, count: mails.length } })
    const row = (mail: Mail) => ({
      subject: mail.subject || t('channels-mailbox.no_subject'),
      url: mailboxUrls(slug, mail.mailId).mail,
      from: mail.senderName || mail.senderAddress || t('channels-mailbox.no_sender'),
      received: formatDateTime(mail.receivedAt, lang, timeZone),
      files: mail.files.length,
      answersCase: mail.answersCase,
      caseNumber: mail.caseNumber,
    })
    const done = DONE.find((one) => one === hecho)
    const model = {
      title: t(`channels-mailbox.state.${shown}`),
      done: done ? t(`channels-mailbox.done.${done}`) : null,
      states: SHOWN.map((state) => ({
        text: t(`channels-mailbox.state.${state}`),
        url: `${mailboxUrls(slug).list}?estado=${state}`,
        current: state === shown,
      })),
      mails: mails.map(row),
      most: mails.length === MOST ? t('channels-mailbox.most', { count: MOST }) : null,
    }
    render(response, 'channels/mailbox/list', model, { layout: 'staff' })
  }
}
