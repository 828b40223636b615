import { createServer, type AddressInfo, type Socket } from 'node:net'

interface Kept {
  uid: number
  raw: Buffer
  received: string
  flags: Set<string>
}

/** What a client asks of a mailbox, in order, without the words of messages. */
export interface ImapServer {
  url: string
  asked: string[]
  deliver(raw: Buffer, received?: string): number
  flagsOf(uid: number): string[]
  /** From now on the line is cut when a client wants to set flags; or no longer. */
  cutBeforeFlags(yes: boolean): void
  close(): Promise<void>
}

const USER = 'libro'
const PASSWORD = 'secreto'

/** A mailbox of its own that speaks as much IMAP4rev1 (RFC 3501) as a reader of unread mail needs. */
export async function startImapServer(): Promise<ImapServer> {
  const kept: Kept[] = []
  const asked: string[] = []
  const sockets = new Set<Socket>()
  let cut = false

  const answer = (socket: Socket, line: string) => {
    const [tag = '', ...words] = line.split(' ')
    const rest = words.join(' ')
    asked.push(rest.replace(/^LOGIN.*/i, 'LOGIN'))
    const ok = (said = 'done') => socket.write(`${tag} OK ${said}\r\n`)
    const say = (text: string) => socket.write(`* ${text}\r\n`)
    if (/^CAPABILITY/i.test(rest)) say('CAPABILITY IMAP4rev1')
    else if (/^LOGIN/i.test(rest)) {
      const given = rest.replace(/"/g, '').split(' ')
      if (given[1] !== USER || given[2] !== PASSWORD) {
        socket.write(`${tag} NO [AUTHENTICATIONFAILED] wrong\r\n`)
        return
      }
    } else if (/^LIST|^LSUB/i.test(rest)) say('LIST (\\HasNoChildren) "/" INBOX')
    else if (/^(SELECT|EXAMINE)/i.test(rest)) {
      say('FLAGS (\\Seen \\Flagged \\Deleted)')
      say(`${kept.length} EXISTS`)
      say('0 RECENT')
      say('OK [PERMANENTFLAGS (\\Seen \\Flagged \\Deleted)] kept')
      say('OK [UIDVALIDITY 1] valid')
      say(`OK [UIDNEXT ${kept.length + 1}] next`)
      ok('[READ-WRITE] open')
      return
    } else if (/^UID SEARCH/i.test(rest)) {
      const open = kept.filter(({ flags }) => !flags.has('\\Seen') && !flags.has('\\Flagged'))
      say(`SEARCH ${open.map(({ uid }) => uid).join(' ')}`)
    } else if (/^UID FETCH/i.test(rest)) {
      const message = kept.find(({ uid }) => uid === Number(rest.split(' ')[2]))
      if (message) {
        const { uid, raw, received } = message
        const part = /BODY\.PEEK\[\](<[\d.]+>)?/i.exec(rest)?.[1]
        const name = part ? 'BODY[]<0>' : 'BODY[]'
        socket.write(
          `* ${uid} FETCH (UID ${uid} INTERNALDATE "${received}" ${name} {${raw.length}}\r\n`,
        )
        socket.write(raw)
        socket.write(')\r\n')
      }
    } else if (/^UID STORE/i.test(rest)) {
      if (cut) {
        socket.destroy()
        return
      }
      const message = kept.find(({ uid }) => uid === Number(rest.split(' ')[2]))
      for (const flag of rest.match(/\\\w+/g) ?? []) message?.flags.add(flag)
      if (message)
        say(`${message.uid} FETCH (UID ${message.uid} FLAGS (${[...message.flags].join(' ')}))`)
    } else if (/^LOGOUT/i.test(rest)) {
      say('BYE')
      ok()
      socket.end()
      return
    } else if (!/^(NOOP|CLOSE|UNSELECT|ID)/i.test(rest)) {
      socket.write(`${tag} BAD unknown\r\n`)
      return
    }
    ok()
  }

  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    socket.write('* OK ready\r\n')
    let waiting = ''
    socket.on('data', (part) => {
      const lines = (waiting + part.toString('latin1')).split('\r\n')
      waiting = lines.pop() ?? ''
      for (const line of lines) answer(socket, line)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `imap://${USER}:${PASSWORD}@127.0.0.1:${port}`,
    asked,
    deliver(raw, received = '02-Mar-2026 15:00:00 +0000') {
      const uid = kept.length + 1
      kept.push({ uid, raw, received, flags: new Set() })
      return uid
    },
    flagsOf: (uid) => [...(kept.find((message) => message.uid === uid)?.flags ?? [])],
    cutBeforeFlags: (yes) => {
      cut = yes
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
