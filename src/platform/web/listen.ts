import { createServer, type RequestListener, type Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

const FINISH_WITHIN_MS = 25_000
/** A file of 20 MB takes eleven minutes at 256 kbit/s. */
const SENT_WITHIN_MS = 900_000
/** A proxy that keeps connections for a minute must never send what somebody filed into one that we just closed. */
const KEPT_OPEN_MS = 75_000
const NOT_HERE = 'HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'

export function openServer(app: RequestListener): Server {
  const server = createServer({ requestTimeout: SENT_WITHIN_MS }, app)
  server.keepAliveTimeout = KEPT_OPEN_MS
  // nobody's proxy: Node would close the line without a word
  server.on('connect', (_request, socket) => socket.end(NOT_HERE))
  return server
}

/** Returns the port, which was chosen by the machine if 0 was asked for. */
export function listen(server: Server, port: number, host: string | null): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, ...(host === null ? {} : { host }) }, () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

/** Takes nothing new and lets requests in hand finish; what hangs is cut after a while. */
export async function stopListening(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // connections kept open by browsers end with the answer that they wait for, or now
  server.on('request', (_request, response) => response.setHeader('Connection', 'close'))
  const idle = setInterval(() => server.closeIdleConnections(), 100)
  const tooLong = new AbortController()
  await Promise.race([closed, wait(FINISH_WITHIN_MS, undefined, { signal: tooLong.signal })])
  tooLong.abort()
  clearInterval(idle)
  server.closeAllConnections()
}
