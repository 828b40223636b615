import type { Message } from './read-message.ts'

export type MailSort = 'person' | 'automatic' | 'bounce'

const ROBOTS = /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)([+=-][^@]*)?@/i

/** Who wrote it: a person, a program, or a mail server about a letter that did not arrive (RFC 3464, 3834). */
export function sortMessage(message: Message, ownAddresses: ReadonlySet<string>): MailSort {
  if (isBounce(message)) return 'bounce'
  return isAutomatic(message) || ownAddresses.has(message.from.address.toLowerCase())
    ? 'automatic'
    : 'person'
}

function isBounce({ headers, from, subject }: Message): boolean {
  const type = headers.get('content-type') ?? ''
  if (/^multipart\/report\b/i.test(type) && /report-type="?delivery-status/i.test(type)) return true
  if (headers.has('x-failed-recipients')) return true
  const isFromServer = /^(mailer-daemon|postmaster)@/i.test(from.address)
  return (
    isFromServer && /undeliver|returned mail|delivery (status|failure)|no entregado/i.test(subject)
  )
}

function isAutomatic({ headers, from }: Message): boolean {
  const said = (name: string) => (headers.get(name) ?? '').trim().toLowerCase()
  return (
    (headers.has('auto-submitted') && !/^no\b/.test(said('auto-submitted'))) ||
    /^(bulk|junk|auto_reply)\b/.test(said('precedence')) ||
    ['x-autoreply', 'x-autorespond', 'x-autoresponder'].some(
      (name) => headers.has(name) && said(name) !== 'no',
    ) ||
    said('return-path') === '<>' ||
    ROBOTS.test(from.address)
  )
}
