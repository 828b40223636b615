import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export interface Mailbox {
  /** For SMTP_URL. */
  url: string
  /** As they arrived, in order, parsed. */
  letters: Email[]
  /** From now on letters to this address are refused for good; without one, none is. */
  refuse(address: string | null): void
  /** From now on the server answers "try later"; or again takes everything. */
  busy(yes: boolean): void
  /** What happens when a letter was taken and before that is said; 'hang up' ends the line instead. */
  whenTaken(act: (() => Promise<'answer' | 'hang up'>) | null): void
  close(): Promise<void>
}

/** A real mail server that keeps what it is given, on a free port unless one is named. */
export async function startMailbox(port = 0): Promise<Mailbox> {
  const letters: Email[] = []
  let refused: string | null = null
  let isBusy = false
  let act: (() => Promise<'answer' | 'hang up'>) | null = null
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo({ address }, _session, answer) {
      if (isBusy) return answer(smtpError(451, 'Try again later'))
      if (address === refused) return answer(smtpError(550, 'No such mailbox'))
      answer()
    },
    onData(stream, _session, answer) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        take(Buffer.concat(parts)).then(
          (then) => (then === 'answer' ? answer(null, `queued as ${letters.length}`) : hangUp()),
          (error: Error) => answer(error),
        )
      })
    },
  })
  const take = async (raw: Buffer) => {
    letters.push(await PostalMime.parse(raw))
    return (await act?.()) ?? 'answer'
  }
  const hangUp = () => {
    for (const line of server.connections as Set<{ close(): void }>) line.close()
  }
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const { port: taken } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${taken}`,
    letters,
    refuse: (address) => {
      refused = address
    },
    busy: (yes) => {
      isBusy = yes
    },
    whenTaken: (wanted) => {
      act = wanted
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}
