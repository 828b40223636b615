import type { ImapFlow } from 'imapflow'
import type { System } from '../../../system.ts'
import { takeMessage } from '../actions/take-message.ts'
import { NobodyHere } from '../find-administration.ts'
import { MESSAGE_LIMIT } from '../message-limit.ts'
import { mailboxClient } from './mailbox-client.ts'

/** The rest waits for the next minute. */
const AT_ONCE = 50

/**
 * Takes what is unread in the mailbox. Each message is kept in the database first and marked as seen only
 * then: stopped in between, it comes again and is known. What is addressed to nobody here is flagged and
 * stays unread, for whoever keeps the mailbox.
 */
export async function readMailbox(system: System): Promise<number> {
  const { imapUrl } = system.config
  if (imapUrl === null) return 0
  const { client, folder } = mailboxClient(imapUrl)
  try {
    await client.connect()
    await client.mailboxOpen(folder)
    const taken = await takeUnread(system, client)
    await client.logout()
    return taken
  } catch (error) {
    client.close()
    throw new MailboxUnreadable(error)
  }
}

/** Carries no words of the server or the library, since those may repeat an address or a password. */
export class MailboxUnreadable extends Error {
  constructor(cause: unknown) {
    const { code, name } = (cause ?? {}) as { code?: string; name?: string }
    super(`The mailbox was not read: ${code ?? name ?? 'unknown'}`)
    this.name = 'MailboxUnreadable'
  }
}

async function takeUnread(system: System, client: ImapFlow): Promise<number> {
  const found = await client.search({ seen: false, flagged: false, deleted: false }, { uid: true })
  const uids = (found || []).slice(0, AT_ONCE)
  let failed = 0
  for (const uid of uids) {
    try {
      await takeOne(system, client, String(uid))
    } catch (error) {
      if (!client.usable) throw error
      // one that breaks us does not keep the others waiting; it stays unread
      failed += 1
      system.log.error({ err: error, uid }, 'a message was not taken')
    }
  }
  if (failed > 0) throw new Error(`${failed} of ${uids.length} messages were not taken`)
  return uids.length
}

async function takeOne(system: System, client: ImapFlow, uid: string): Promise<void> {
  const wanted = { source: { maxLength: MESSAGE_LIMIT }, internalDate: true }
  const message = await client.fetchOne(uid, wanted, { uid: true })
  // somebody else took it out of the mailbox meanwhile
  if (!message || !message.source) return
  const now = system.clock()
  const receivedAt = new Date(message.internalDate ?? now)
  try {
    await takeMessage(system, { raw: message.source, receivedAt, slug: null }, now)
    await client.messageFlagsAdd(uid, ['\\Seen'], { uid: true })
  } catch (error) {
    if (!(error instanceof NobodyHere)) throw error
    system.log.warn({ uid }, 'a message is addressed to nobody here: it is flagged in the mailbox')
    await client.messageFlagsAdd(uid, ['\\Flagged'], { uid: true })
  }
}
