import type { SendMailOptions } from 'nodemailer'
import addressparser from 'nodemailer/lib/addressparser'
import type { Letter } from './index.ts'

/** A letter as the library wants it, marked as automatic so that no machine answers it (RFC 3834). */
export function toMessage(letter: Letter, mailFrom: string): SendMailOptions {
  const { fromName, replyTo, attachments, ...rest } = letter
  const sender = addressparser(mailFrom, { flatten: true })[0]
  return {
    ...rest,
    from: { name: fromName ?? sender?.name ?? '', address: sender?.address ?? mailFrom },
    ...(replyTo ? { replyTo } : {}),
    attachments: [...(attachments ?? [])],
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  }
}
