/** The way to the server, with what the outside world gives as arguments. */
export interface ServerLine {
  baseUrl: string
  token: string
  fetch: typeof fetch
  clock: () => Date
  /** A session of the staff goes along where it says so; a tablet of the office has none. */
  credentials?: 'omit' | 'same-origin'
  signal?: AbortSignal
}

/** A photo over a line of 256 kbit/s takes a while; a server that hangs must not hold the queue for ever. */
const LONGEST_CALL_MS = 3 * 60_000

/** The answer, or null when there was none: no network, nobody listening, too slow, stopped. */
export async function callServer(
  { baseUrl, token, fetch, credentials = 'omit', signal }: ServerLine,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body: { json?: object; bytes?: Uint8Array; headers?: Record<string, string> } = {},
): Promise<ServerAnswer | null> {
  const limit = new AbortController()
  const stop = () => limit.abort()
  const timer = setTimeout(stop, LONGEST_CALL_MS)
  signal?.addEventListener('abort', stop)
  if (signal?.aborted) stop()
  try {
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        Accept: 'application/json',
        ...(token !== '' && { Authorization: `Bearer ${token}` }),
        ...(body.json && { 'Content-Type': 'application/json' }),
        ...(body.bytes && { 'Content-Type': 'application/octet-stream' }),
        ...body.headers,
      },
      ...(body.json && { body: JSON.stringify(body.json) }),
      ...(body.bytes && { body: body.bytes as Uint8Array<ArrayBuffer> }),
      // whoever stands in between may redirect to a page of theirs
      redirect: 'error',
      credentials,
      signal: limit.signal,
    })
    return { status: response.status, headers: response.headers, body: await readJson(response) }
  } catch {
    // every failure of the line means the same: not now
    return null
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', stop)
  }
}

export interface ServerAnswer {
  status: number
  headers: { get(name: string): string | null }
  /** Empty where the answer was no JSON object of ours. */
  body: Readonly<Record<string, unknown>>
}

async function readJson(response: Response): Promise<Record<string, unknown>> {
  const isJson = /[/+]json\b/.test(response.headers.get('Content-Type') ?? '')
  if (!isJson) {
    await response.arrayBuffer()
    return {}
  }
  const body: unknown = await response.json()
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
}
