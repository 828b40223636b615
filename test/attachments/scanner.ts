import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** What this scanner takes for a virus. */
export const VIRUS = 'LIBRO-ABIERTO-TEST-VIRUS'

export interface Scanner {
  url: string
  received: Buffer[]
  close(): Promise<void>
}

/**
 * A program outside of ours that speaks clamd's INSTREAM. `answer`: what it says instead of a
 * verdict; null closes the line without a word; `silence` keeps it open without a word.
 */
export async function startScanner(
  options: { path?: string; port?: number; answer?: string | null } = {},
): Promise<Scanner> {
  const received: Buffer[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let seen = Buffer.alloc(0)
    socket.on('error', () => socket.destroy())
    socket.on('data', (piece) => {
      seen = Buffer.concat([seen, piece])
      const content = wholeFile(seen)
      if (!content || options.answer === 'silence') return
      received.push(content)
      if (options.answer === null) socket.destroy()
      else socket.end(options.answer ?? verdictOn(content))
    })
  })
  await new Promise<void>((resolve) =>
    options.path
      ? server.listen(options.path, resolve)
      : server.listen(options.port ?? 0, '127.0.0.1', resolve),
  )
  const url = options.path
    ? `unix://${options.path}`
    : `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  return { url, received, close }
}

function verdictOn(content: Buffer): string {
  return content.includes(VIRUS) ? 'stream: Test-Signature FOUND\0' : 'stream: OK\0'
}

/** Null until the piece of length zero has come. */
function wholeFile(seen: Buffer): Buffer | null {
  const command = 'zINSTREAM\0'
  if (seen.length < command.length) return null
  if (seen.toString('latin1', 0, command.length) !== command) throw new Error('not INSTREAM')
  const pieces: Buffer[] = []
  for (let at = command.length; at + 4 <= seen.length;) {
    const length = seen.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces)
    if (at + 4 + length > seen.length) return null
    pieces.push(seen.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}
