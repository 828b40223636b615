import { createConnection, type Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export type ScanVerdict =
  | { state: 'clean' }
  | { state: 'infected'; finding: string }
  | { state: 'unavailable'; reason: string }

const DEFAULT_PORT = 3310
const MAX_REPLY_BYTES = 4_096
/** A scan of 20 MB takes a second or two; silence this long means that nobody is there. */
const SILENCE_MS = 30_000

/**
 * Sends a file to the virus scanner at tcp://host:port or unix:///path (clamd's INSTREAM) and reads
 * its verdict. Whatever goes wrong on the way is `unavailable`, to be asked again later.
 */
export async function askClamd(
  clamdUrl: string,
  content: Readable,
  silenceMs: number = SILENCE_MS,
): Promise<ScanVerdict> {
  const socket = connectTo(clamdUrl)
  socket.setTimeout(silenceMs, () => socket.destroy(new Error('no answer in time')))
  try {
    const reply = readReply(socket)
    const sent = pipeline(content, inFrames, socket, { end: false })
    // a scanner that has seen enough answers before the end: then the rest need not arrive
    return understand(await Promise.race([reply, sent.then(() => reply)]))
  } catch (error) {
    return { state: 'unavailable', reason: (error as Error).message }
  } finally {
    content.destroy()
    socket.destroy()
  }
}

function connectTo(clamdUrl: string): Socket {
  const url = new URL(clamdUrl)
  if (url.protocol === 'unix:') return createConnection(decodeURIComponent(url.pathname))
  return createConnection(Number(url.port || DEFAULT_PORT), url.hostname)
}

/** Each piece after its length; a length of zero ends the file. */
async function* inFrames(pieces: AsyncIterable<Buffer>) {
  yield 'zINSTREAM\0'
  for await (const piece of pieces) {
    yield lengthOf(piece.length)
    yield piece
  }
  yield lengthOf(0)
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

function readReply(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let reply = ''
    socket.on('data', (piece: Buffer) => {
      reply += piece.toString('utf8')
      if (reply.includes('\0') || reply.length > MAX_REPLY_BYTES) resolve(reply)
    })
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('closed without an answer')))
  })
}

function understand(reply: string): ScanVerdict {
  const [answer = ''] = reply.split('\0')
  if (/^stream: OK$/.test(answer)) return { state: 'clean' }
  const finding = /^stream: (.+) FOUND$/.exec(answer)?.[1]
  if (finding) return { state: 'infected', finding }
  return { state: 'unavailable', reason: answer.slice(0, 200) }
}
