import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime'
import { plainTextOf } from './plain-text.ts'

export interface MessageFile {
  name: string
  mediaType: string
  content: Buffer
}

/** A message taken apart; what is missing in it is empty. */
export interface Message {
  messageId: string
  from: { name: string; address: string }
  /** Every address that it was sent to, in small letters. */
  recipients: readonly string[]
  subject: string
  text: string
  date: string
  /** Message ids of what it answers. */
  answers: readonly string[]
  files: readonly MessageFile[]
  /** By name in small letters; the first of each. */
  headers: ReadonlyMap<string, string>
  /** False: it could not be taken apart, and is shown as it came. */
  whole: boolean
}

/** More is no letter: the rest stands in the message itself. */
const TEXT_LIMIT = 200_000
const LINE_LIMIT = 500

/** Takes a message apart. Never fails: one that breaks the reader is shown as it came. */
export async function readMessage(raw: Buffer): Promise<Message> {
  try {
    return taken(await PostalMime.parse(raw, { forceRfc822Attachments: true }))
  } catch {
    return unread(raw)
  }
}

function taken(email: Email): Message {
  const headers = new Map<string, string>()
  for (const { key, value } of email.headers) if (!headers.has(key)) headers.set(key, value)
  const [from] = mailboxes([...(email.from ? [email.from] : []), ...(email.replyTo ?? [])])
  const sentTo = mailboxes([...(email.to ?? []), ...(email.cc ?? [])])
  const delivered = ['delivered-to', 'x-original-to'].map((name) => headers.get(name) ?? '')
  return {
    messageId: line(email.messageId ?? ''),
    from: { name: line(from?.name ?? ''), address: line(from?.address ?? '') },
    recipients: [...delivered, ...sentTo.map(({ address }) => address)]
      .map((address) => address.trim().toLowerCase())
      .filter((address) => address !== ''),
    subject: line(email.subject ?? ''),
    text: clean(email.text ?? '') || clean(plainTextOf(email.html ?? '')),
    date: email.date ?? '',
    answers: `${email.inReplyTo ?? ''} ${email.references ?? ''}`.match(/<[^<>\s]+>/g) ?? [],
    files: email.attachments.map(fileOf),
    headers,
    whole: true,
  }
}

function mailboxes(addresses: readonly Address[]): { name: string; address: string }[] {
  return addresses.flatMap((one) => one.group ?? [one])
}

function fileOf({ filename, mimeType, content }: Attachment): MessageFile {
  const bytes =
    typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as Uint8Array)
  return { name: line(filename ?? ''), mediaType: mimeType, content: bytes }
}

function unread(raw: Buffer): Message {
  return {
    messageId: '',
    from: { name: '', address: '' },
    recipients: [],
    subject: '',
    text: clean(raw.toString('latin1')),
    date: '',
    answers: [],
    files: [],
    headers: new Map(),
    whole: false,
  }
}

/** Without what a database or a page cannot take. */
function clean(text: string): string {
  return text
    .slice(0, TEXT_LIMIT)
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .split('\n')
    .map((row) => row.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function line(text: string): string {
  return clean(text).replace(/\s+/g, ' ').slice(0, LINE_LIMIT).toWellFormed()
}
