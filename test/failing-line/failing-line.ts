import { once } from 'node:events'
import {
  createServer,
  request as sendRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Chance } from '../bad-input/chance.ts'

/** A line between tablets and the program that fails in every way that a line can. */
export interface FailingLine {
  url: string
  seen: Record<Mishap, number>
  /** Where the program listens at the moment. */
  leadTo(url: string): void
  close(): Promise<void>
}

const MISHAPS = ['lost', 'answer_lost', 'late', 'twice_at_once', 'twice_later', 'none'] as const
export type Mishap = (typeof MISHAPS)[number]

/** Three requests in ten go wrong. */
const ODDS: readonly Mishap[] = [
  'lost',
  'answer_lost',
  'late',
  'twice_at_once',
  'twice_later',
  'answer_lost',
  ...Array<Mishap>(14).fill('none'),
]

interface Asked {
  method: string
  path: string
  headers: IncomingHttpHeaders
  body: Buffer
}

interface Answered {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

export async function openFailingLine(chance: Chance): Promise<FailingLine> {
  let target = ''
  const seen = Object.fromEntries(MISHAPS.map((name) => [name, 0])) as Record<Mishap, number>
  const server = createServer((request, response) => {
    const mishap = chance.pick(ODDS)
    seen[mishap] += 1
    carry(request, response, mishap, () => target).catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    leadTo: (url) => {
      target = url
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function carry(
  request: IncomingMessage,
  response: ServerResponse,
  mishap: Mishap,
  target: () => string,
): Promise<void> {
  const asked = await readWhole(request)
  const forward = () => ask(target(), asked)
  if (mishap === 'lost') return void response.destroy()
  const [answer] = await Promise.all([forward(), mishap === 'twice_at_once' ? forward() : null])
  if (mishap === 'answer_lost') return void response.destroy()
  if (mishap === 'late') await wait(1_000)
  response.writeHead(answer.status, answer.headers).end(answer.body)
  if (mishap !== 'twice_later') return
  await wait(500)
  // nobody waits for this answer; the program may be down meanwhile
  await forward().catch(() => null)
}

async function readWhole(request: IncomingMessage): Promise<Asked> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const { method = 'GET', url: path = '/', headers } = request
  return { method, path, headers, body: Buffer.concat(parts) }
}

function ask(target: string, { method, path, headers, body }: Asked): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const { connection: _, ...others } = headers
    const sent = sendRequest(new URL(path, target), { method, headers: others }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () => {
        const { 'transfer-encoding': __, ...told } = answer.headers
        resolve({ status: answer.statusCode ?? 502, headers: told, body: Buffer.concat(parts) })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
