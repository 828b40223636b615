import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface SentText {
  to: string
  text: string
  id: string
}

export interface TextGateway {
  /** For SMS_WEBHOOK_URL. */
  url: string
  /** As they came, also those that were refused. */
  texts: SentText[]
  /** What it answers from now on. */
  answer(status: number): void
  close(): Promise<void>
}

/** A real server that is handed text messages. */
export async function startTextGateway(): Promise<TextGateway> {
  const texts: SentText[] = []
  let status = 202
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      texts.push(JSON.parse(Buffer.concat(parts).toString()) as SentText)
      response.writeHead(status).end('525555551234 said something')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/send?key=secret`,
    texts,
    answer: (wanted) => {
      status = wanted
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
