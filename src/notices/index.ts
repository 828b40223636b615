/**
 * Notices: who is told what. A step queues its notices in its own transaction; a worker sends
 * them as e-mail later, in the person's language, retries for three days and never sends twice.
 */
export {
  NOTICE_STATES,
  type Notice,
  type NoticeDetails,
  type NoticeOutcome,
  type NoticeRecipient,
  type NoticeState,
  type NoticeToQueue,
} from './notice.ts'
export { insertNotices, noticeRow, type NewNoticeRow } from './notice-store.ts'
export { queueNotice, wakeOutbox, type WakingJobs } from './queue-notice.ts'
