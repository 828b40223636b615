/** Where IMAP_URL leads: `imaps://user:password@host[:port][/folder]`. */
export interface MailboxAddress {
  host: string
  port: number
  secure: boolean
  auth: { user: string; pass: string }
  folder: string
}

export function readMailboxAddress(imapUrl: string): MailboxAddress {
  const url = new URL(imapUrl)
  const secure = url.protocol === 'imaps:'
  const folder = decodeURIComponent(url.pathname.replace(/^\/|\/$/g, ''))
  return {
    host: url.hostname,
    port: url.port === '' ? (secure ? 993 : 143) : Number(url.port),
    secure,
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    folder: folder === '' ? 'INBOX' : folder,
  }
}
