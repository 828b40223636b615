/**
 * Notices: who is told what. A step queues its notices in its own transaction; a worker sends
 * them as e-mail or text message later, in the person's language, retries for three days and never sends twice.
 */
export {
  NOTICE_STATES,
  type Notice,
  type NoticeDetails,
  type NoticeRecipient,
  type NoticeState,
  type NoticeToQueue,
} from './notice.ts'
export {
  countFailedNotices,
  insertNotices,
  listFailedNotices,
  listNoticesOfCase,
  noticeRow,
  type NewNoticeRow,
  type NoticeCounts,
} from './notice-store.ts'
export { cancelUntriedNotices } from './outbox-store.ts'
export { composeLetter, type ComposedLetter } from './compose-letter.ts'
export { queueNotice, queueNoticeFor, queueNoticeOnce, wakeOutbox } from './queue-notice.ts'
export {
  defineEmail,
  findEmail,
  getEmail,
  listEmails,
  registerEmail,
  type Email,
  type EmailModel,
} from './email.ts'
export { nameOfNotice, registerTextNotice, type TextNotice } from './text-message.ts'
export {
  registerRecipientOf,
  registerRecipientResolver,
  type Recipient,
  type RecipientResolver,
} from './recipients.ts'
export { type Letterhead } from './letterhead.ts'
export { onNoticeSettled, type OutcomeHandler, type SettledNotice } from './outcomes.ts'
export { registerCaseLinks, type CaseLink, type FindCaseLinks } from './case-links.ts'
export { letterWordsSetting } from './letter-words-setting.ts'
export { noticeRoutes, noticesSection } from './pages/routes.ts'
export { noticesUrl } from './pages/notice-urls.ts'
export { registerNoticeJobs } from './jobs.ts'
export { recordBounce } from './actions/record-bounce.ts'
export { deliverNotices } from './actions/deliver-notices.ts'
export { countSettledNotices } from './retention-store.ts'
export { forgetLetterFiles, forgetLetters } from './actions/forget-letter-files.ts'
