import { connect } from 'node:net'

/** A request byte by byte, since no client would send most of these. */
export interface RawRequest {
  method: string
  target: string
  headers: readonly (readonly [string, string])[]
  body: Buffer
  /** The body breaks off: the line is closed before the promised end. */
  breaksOff?: boolean
}

export interface RawAnswer {
  /** 0 when the line was cut without an answer, as HTTP allows before a body was taken. */
  status: number
  /** What is said twice, on a line each. */
  headers: ReadonlyMap<string, string>
  body: string
}

const PATIENCE_MS = 60_000

export function sendRaw(port: number, request: RawRequest): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const received: Buffer[] = []
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
    const finish = () => {
      socket.destroy()
      resolve(readAnswer(Buffer.concat(received).toString('latin1')))
    }
    socket.setTimeout(PATIENCE_MS, () => {
      socket.destroy()
      reject(new Error(`No answer to ${request.method} ${request.target.slice(0, 200)}`))
    })
    socket.on('data', (part) => received.push(part))
    socket.on('end', finish)
    // a refused body ends the line while we are still sending
    socket.on('error', finish)
    socket.write(onTheLine(request))
    if (request.breaksOff) socket.end()
  })
}

function onTheLine({ method, target, headers, body }: RawRequest): Buffer {
  const names = new Set(headers.map(([name]) => name.toLowerCase()))
  const lines = [`${method} ${target} HTTP/1.1`]
  if (!names.has('host')) lines.push('Host: libro.test')
  lines.push('Connection: close', ...headers.map(([name, value]) => `${name}: ${value}`))
  const measured = names.has('content-length') || names.has('transfer-encoding')
  if (!measured && body.length > 0) lines.push(`Content-Length: ${body.length}`)
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body])
}

function readAnswer(text: string): RawAnswer {
  const final = text.replace(/^(HTTP\/1\.1 1\d\d [^]*?\r\n\r\n)+/, '')
  const end = final.indexOf('\r\n\r\n')
  const [first = '', ...lines] = final.slice(0, end === -1 ? undefined : end).split('\r\n')
  const headers = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    const before = headers.has(name) ? `${headers.get(name)}\n` : ''
    headers.set(name, before + line.slice(colon + 1).trim())
  }
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? 0)
  return { status, headers, body: end === -1 ? '' : final.slice(end + 4) }
}
