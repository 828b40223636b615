import { nameOfNotice, type Notice } from '../../../notices/index.ts'
import { formatDateTime } from '../../../platform/i18n/index.ts'
import type { Delivery } from '../../delivery-store.ts'
import type { CaseFile } from './case-file.ts'
import type { CaseRoom } from './room.ts'

/** Something that left, or should have: what, to whom, when and how it ended. */
export interface PostItem {
  title: string
  detail: string
  failed: boolean
}

/** How the answer reached the person; every attempt stays. */
export function deliveryItems({ book, response }: CaseRoom, file: CaseFile): PostItem[] {
  const { t, lang } = response.locals
  const at = (moment: Date) => formatDateTime(moment, lang, book.administration.timeZone)
  return file.deliveries.map((delivery) => ({
    title: `${t(`case-staff.method.${delivery.method}`)}: ${t(`case-staff.delivery_state.${delivery.state}`)}`,
    detail: [
      at(delivery.settledAt ?? delivery.startedAt),
      recorder(delivery, file),
      delivery.state === 'failed' && delivery.failure !== 'recorded_by_hand' && delivery.failure
        ? t(`notices.failures.${delivery.failure}`)
        : '',
    ]
      .filter(Boolean)
      .join(' · '),
    failed: delivery.state === 'failed',
  }))
}

function recorder({ recordedBy }: Delivery, { names }: CaseFile): string {
  return (recordedBy && names.get(recordedBy)) ?? ''
}

export function noticeItems(
  { book, response }: CaseRoom,
  { notices, names }: CaseFile,
): PostItem[] {
  const { t, lang } = response.locals
  return notices.map((notice) => ({
    title: `${nameOfNotice(notice.template, t)}: ${t(`case-staff.notice_state.${notice.state}`)}`,
    detail: [
      recipientOf(notice),
      formatDateTime(notice.settledAt ?? notice.queuedAt, lang, book.administration.timeZone),
    ].join(' · '),
    failed: notice.state === 'failed' || notice.state === 'unconfirmed',
  }))

  function recipientOf({ to }: Notice): string {
    if (to.recipient === 'person') return t('notices.list.person')
    if (to.recipient === 'centre') return t('notices.list.centre')
    const name = names.get(to.accountId)
    return name ?? t('notices.list.former')
  }
}
