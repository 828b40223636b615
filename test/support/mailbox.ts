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
  close(): Promise<void>
}

/** A real mail server on a free port that keeps what it is given. */
export async function startMailbox(): Promise<Mailbox> {
  const letters: Email[] = []
  let refused: string | null = null
  let isBusy = false
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
        PostalMime.parse(Buffer.concat(parts)).then(
          (letter) => {
            letters.push(letter)
            answer(null, `queued as ${letters.length}`)
          },
          (error: Error) => answer(error),
        )
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    refuse: (address) => {
      refused = address
    },
    busy: (yes) => {
      isBusy = yes
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}
