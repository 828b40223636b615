import { ImapFlow } from 'imapflow'
import { readMailboxAddress } from './mailbox-address.ts'

const PATIENCE_MS = 60_000

/** A connection that is still to be made, and the folder that it is for. */
export function mailboxClient(
  imapUrl: string,
  patienceMs = PATIENCE_MS,
): { client: ImapFlow; folder: string } {
  const { folder, ...address } = readMailboxAddress(imapUrl)
  const client = new ImapFlow({
    ...address,
    logger: false,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  })
  // without a listener a lost connection would end the process; the command under way fails all the same
  client.on('error', () => undefined)
  return { client, folder }
}

/** Whether the mailbox opens to be read; nothing in it is touched. */
export async function opensMailbox(imapUrl: string, patienceMs: number): Promise<boolean> {
  const { client, folder } = mailboxClient(imapUrl, patienceMs)
  try {
    await client.connect()
    await client.mailboxOpen(folder, { readOnly: true })
    await client.logout()
    return true
  } catch {
    // that it does not open is the answer; why may repeat an address or a password
    client.close()
    return false
  }
}
