import type { Config } from '../../config.ts'
import { openDataFolder } from '../data-folder.ts'
import type { Log } from '../log/index.ts'
import { mailToFolder } from './to-folder.ts'
import { mailToServer } from './to-server.ts'

export { letterFileName } from './to-folder.ts'
export { LetterNotTaken, type NotTakenReason } from './letter-not-taken.ts'

/** One letter, whole. It leaves from a job and never from a request. */
export interface Letter {
  to: string
  /** Before the address of MAIL_FROM; missing: the name written there. */
  fromName?: string
  replyTo?: string
  subject: string
  text: string
  html: string
  /** Chosen by the sender and kept, so that a reply or a bounce finds its way: `<notice-id@host>`. */
  messageId: string
  attachments?: readonly LetterAttachment[]
}

export interface LetterAttachment {
  filename: string
  content: Buffer
  contentType: string
}

export interface Mail {
  /** Returns who took the letter over, as proof; throws LetterNotTaken when nobody did. */
  send(letter: Letter): Promise<{ acceptedBy: string }>
  close(): void
}

/** Without a mail server letters are written to files, so that nothing leaves a trial installation. */
export function openMail(config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'dataDir'>, log: Log): Mail {
  if (config.smtpUrl !== null) return mailToServer(config.smtpUrl, config.mailFrom)
  const folder = openDataFolder(config.dataDir, 'mail')
  log.info({ folder }, 'no SMTP_URL: letters are written to files')
  return mailToFolder(folder, config.mailFrom)
}
