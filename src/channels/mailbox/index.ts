/**
 * The mailbox: messages come in by a pipe of the mail server or are fetched from it, wait as drafts for
 * the counter, and are never lost nor doubled. Robots are set aside; bounces are noted on the letter.
 */
export { takeMessage } from './actions/take-message.ts'
export { forgetErasedMail } from './actions/forget-erased-mail.ts'
export { NobodyHere } from './find-administration.ts'
export { opensMailbox } from './imap/mailbox-client.ts'
export { readMailbox } from './imap/read-mailbox.ts'
export { registerMailboxJobs } from './jobs.ts'
export { mailboxRoutes, mailboxSection } from './pages/routes.ts'
export { MESSAGE_LIMIT } from './message-limit.ts'
export { receivedAt } from './received-at.ts'
