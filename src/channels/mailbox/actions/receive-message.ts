import { randomUUID } from 'node:crypto'
import type { Administration } from '../../../administrations/index.ts'
import { findCase } from '../../../cases/index.ts'
import { recordBounce } from '../../../notices/index.ts'
import { inTransaction, type Db, type Tx } from '../../../platform/database/connection.ts'
import type { System } from '../../../system.ts'
import { addressOf, findAddressed, NobodyHere } from '../find-administration.ts'
import { insertMail, type NewMail } from '../mail-store.ts'
import type { MailId } from '../mail-table.ts'
import { messageKey } from '../message/message-key.ts'
import { readBounce } from '../message/read-bounce.ts'
import { readMessage, type Message } from '../message/read-message.ts'
import { sortMessage, type MailSort } from '../message/sort-message.ts'

export interface Arrived {
  raw: Buffer
  /** When our mail server took it over. */
  receivedAt: Date
  /** Whose mailbox it is; null: its address tells. */
  slug: string | null
}

/** Null: it was here already, or it is nothing for a person. */
export type Stored = MailId | null

/**
 * Keeps a message in one transaction, once, however often it is handed over: what a person wrote waits
 * for the counter, what a robot wrote is set aside, a bounce is noted on the letter that did not arrive.
 */
export async function receiveMessage(
  system: System,
  { raw, receivedAt, slug }: Arrived,
  now: Date,
): Promise<Stored> {
  const message = await readMessage(raw)
  const administration = await findAddressed(system.db, message, slug)
  const sort = sortMessage(message, ownAddresses(system, administration))
  if (sort === 'bounce')
    return receiveBounce(system, { message, raw, receivedAt, administration }, now)
  if (!administration) throw new NobodyHere()
  const mail = await newMail(system.db, { message, raw, receivedAt, administration, sort }, now)
  const isNew = await inTransaction(system.db, (tx) => insertMail(tx, mail))
  return isNew && sort === 'person' ? mail : null
}

/** From whom a message can only be an echo of ours. */
function ownAddresses({ config }: System, administration: Administration | null): Set<string> {
  const [, sender = config.mailFrom] = /<([^<>]+)>/.exec(config.mailFrom) ?? []
  const own = administration && addressOf(administration)
  return new Set([sender.trim().toLowerCase(), ...(own ? [own] : [])])
}

interface Sorted {
  message: Message
  raw: Buffer
  receivedAt: Date
  administration: Administration
  sort: MailSort
}

async function newMail(db: Db, sorted: Sorted, now: Date): Promise<NewMail> {
  const { message, raw, receivedAt, administration, sort } = sorted
  const { administrationId } = administration
  return {
    administrationId,
    mailId: randomUUID(),
    key: messageKey(message, raw),
    sort,
    state: sort === 'person' ? 'waiting' : 'aside',
    receivedAt: receivedAt > now ? now : receivedAt,
    storedAt: now,
    senderName: message.from.name,
    senderAddress: message.from.address,
    subject: message.subject,
    text: message.text,
    answersCase: await namedCase(db, administrationId, message.subject),
    files: message.files.map(({ name, content }) => ({
      name,
      bytes: content.length,
      problem: null,
    })),
    raw,
  }
}

async function namedCase(
  db: Db,
  administrationId: string,
  subject: string,
): Promise<string | null> {
  const [caseNumber] = /\b[A-Z][A-Z0-9]{1,11}-\d{4}-\d{6,9}\b/.exec(subject) ?? []
  if (caseNumber === undefined) return null
  return (await findCase(db, { administrationId, caseNumber })) && caseNumber
}

/** Kept is only that it came: whoever it was for stands with the letter. */
async function receiveBounce(
  system: System,
  bounce: Omit<Sorted, 'sort' | 'administration'> & { administration: Administration | null },
  now: Date,
): Promise<null> {
  const { message, raw, receivedAt, administration } = bounce
  const { letters, forGood } = readBounce(message)
  const key = messageKey(message, raw)
  await inTransaction(system.db, async (tx) => {
    // handed over twice, it must not undo what staff did about the letter in between
    const isNew =
      !administration || (await insertMail(tx, bounceRow(administration, key, receivedAt, now)))
    if (isNew && forGood) await bouncedLetter(tx, system, letters, now)
  })
  return null
}

function bounceRow(
  { administrationId }: Administration,
  key: Buffer,
  receivedAt: Date,
  now: Date,
): NewMail {
  return {
    administrationId,
    mailId: randomUUID(),
    key,
    sort: 'bounce',
    state: 'aside',
    receivedAt,
    storedAt: now,
    senderName: '',
    senderAddress: '',
    subject: '',
    text: '',
    answersCase: null,
    files: [],
    raw: null,
  }
}

async function bouncedLetter(
  tx: Tx,
  system: System,
  letters: readonly string[],
  now: Date,
): Promise<void> {
  for (const letter of letters) {
    if (await recordBounce(tx, system, letter, now)) return
  }
}
