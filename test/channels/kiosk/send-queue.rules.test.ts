import { describe, expect, it } from '@jest/globals'
import { pauseAfter } from '../../../public/js/offline/pauses.ts'
import type { QueuedItem } from '../../../public/js/kiosk/queue/queue-store.ts'
import { drainQueue, type QueueNews } from '../../../public/js/kiosk/send-queue.ts'
import { memoryQueue, type MemoryQueue } from './memory-queue.ts'

const NOW = new Date('2026-03-02T15:00:00Z')

function item(sequence: number, files = 0): QueuedItem {
  return {
    id: `00000000-0000-4000-8000-${String(sequence).padStart(12, '0')}`,
    sequence,
    madeAt: NOW.toISOString(),
    keyId: 'k1',
    sealed: `sealed-${sequence}`,
    files: Array.from({ length: files }, (_, n) => ({ n, bytes: 3, sha256: 'ab' })),
  }
}

interface Call {
  method: string
  path: string
  body: Record<string, unknown>
}
type Answer = Response | 'no network'
type Server = (call: Call) => Answer

const json = (status: number, body: object, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  })
const problem = (status: number, headers: Record<string, string> = {}) =>
  json(status, {}, { 'Content-Type': 'application/problem+json', ...headers })
const kept = ({ body }: Call) => json(201, { id: body['id'], outcome: 'filed' })
const done = () => new Response(null, { status: 204 })

async function send(store: MemoryQueue, server: Server) {
  const calls: Call[] = []
  const news: QueueNews[] = []
  const pauses: number[] = []
  const stop = new AbortController()
  const end = await drainQueue({
    store,
    baseUrl: 'https://libro.example.org',
    token: 'secret',
    clock: () => NOW,
    random: () => 0.5,
    signal: stop.signal,
    tell: (one) => news.push(one),
    wait: async (ms) => {
      pauses.push(ms)
      if (pauses.length > 40) stop.abort()
    },
    fetch: async (url, { method = 'GET', body, headers } = {}) => {
      expect(headers).toMatchObject({ Authorization: 'Bearer secret' })
      const call = {
        method,
        path: new URL(url).pathname.replace('/api/v1/devices/filings', ''),
        body: typeof body === 'string' ? (JSON.parse(body) as Record<string, unknown>) : {},
      }
      calls.push(call)
      const answer = server(call)
      if (answer === 'no network') throw new TypeError('Failed to fetch')
      return answer
    },
  })
  return { end, calls, news, pauses, posts: calls.filter(({ method }) => method === 'POST') }
}

function queueOf(...items: QueuedItem[]): MemoryQueue {
  const store = memoryQueue()
  for (const one of items) {
    store.put(
      one,
      one.files.map(() => Uint8Array.of(1, 2, 3)),
    )
  }
  return store
}

/** Fails so often, then does what it should. */
function after(failures: number, fails: () => Answer, then: Server): Server {
  let left = failures
  return (call) => (left-- > 0 ? fails() : then(call))
}

describe('The queue of a tablet', () => {
  it('sends in order, the files of each before it, and keeps nothing that was taken', async () => {
    const store = queueOf(item(3), item(1, 2), item(2))
    const { end, calls, posts } = await send(store, (call) =>
      call.method === 'PUT' ? done() : kept(call),
    )
    expect(end).toBe('empty')
    expect(posts.map(({ body }) => body['sequence'])).toEqual([1, 2, 3])
    expect(calls.slice(0, 3).map(({ method }) => method)).toEqual(['PUT', 'PUT', 'POST'])
    expect(store.items.size).toBe(0)
  })

  it('lets nothing go before an answer names it', async () => {
    const strangers: Answer[] = [
      json(200, { id: item(9).id }),
      json(201, {}),
      new Response('<h1>Sign in to the network</h1>', { status: 200 }),
      'no network',
    ]
    const store = queueOf(item(1))
    const { posts, end } = await send(store, (call) => {
      expect(store.items.size).toBe(1)
      return strangers.shift() ?? kept(call)
    })
    expect(posts).toHaveLength(5)
    expect(end).toBe('empty')
  })

  it('takes the answer "again" and "set aside" as kept', async () => {
    const store = queueOf(item(1), item(2))
    await send(store, ({ body }) =>
      json(body['sequence'] === 1 ? 200 : 202, { id: body['id'], outcome: 'set_aside' }),
    )
    expect(store.items.size).toBe(0)
  })

  it('waits longer after each failure, up to five minutes', async () => {
    const { pauses } = await send(
      queueOf(item(1)),
      after(10, () => 'no network', kept),
    )
    expect(pauses.slice(0, 3)).toEqual([2_000, 4_000, 8_000])
    expect(Math.max(...pauses)).toBe(300_000)
    for (const chance of [0, 0.3, 0.99]) {
      expect(pauseAfter(1, chance)).toBeGreaterThanOrEqual(1_500)
      expect(pauseAfter(1000, chance)).toBeLessThanOrEqual(300_000)
    }
  })

  it('waits as long as a busy server asks', async () => {
    const store = queueOf(item(1))
    const { pauses } = await send(
      store,
      after(1, () => problem(429, { 'Retry-After': '90' }), kept),
    )
    expect(pauses).toEqual([90_000])
    const until = new Date(NOW.getTime() + 60_000).toUTCString()
    const dated = await send(
      queueOf(item(1)),
      after(1, () => json(503, {}, { 'Retry-After': until }), kept),
    )
    expect(dated.pauses).toEqual([60_000])
  })

  it('sends again the files that the server misses, and only those', async () => {
    const missing = queueOf(item(1, 3))
    let asked = false
    const seen = await send(missing, (call) => {
      if (call.method === 'PUT') return done()
      if (asked) return kept(call)
      asked = true
      return json(409, { missingFiles: [1] })
    })
    const said = seen.calls.map(({ method, path }) =>
      method === 'PUT' ? path.replace(/.*files/, 'file') : method,
    )
    expect(said).toEqual(['file/0', 'file/1', 'file/2', 'POST', 'file/1', 'POST'])
    expect(missing.items.size).toBe(0)
  })

  it('does not send a file again because the answer to the filing was lost', async () => {
    const lost = after(2, () => 'no network', kept)
    const { calls } = await send(queueOf(item(1, 2)), (call) =>
      call.method === 'PUT' ? done() : lost(call),
    )
    expect(calls.filter(({ method }) => method === 'PUT')).toHaveLength(2)
    expect(calls.filter(({ method }) => method === 'POST')).toHaveLength(3)
  })

  it('keeps for staff what is refused for ever, and goes on with the rest', async () => {
    const store = queueOf(item(1), item(2))
    const { end, news } = await send(store, (call) =>
      call.body['sequence'] === 1 ? problem(422) : kept(call),
    )
    expect(end).toBe('empty')
    expect([...store.items.values()].map(({ sequence, refusal }) => [sequence, refusal])).toEqual([
      [1, { status: 422, at: NOW.toISOString() }],
    ])
    expect(news).toContainEqual({ is: 'refused', id: item(1).id, status: 422 })
  })

  it('takes no refusal from whoever stands in between', async () => {
    const store = queueOf(item(1))
    await send(
      store,
      after(4, () => new Response('Forbidden', { status: 403 }), kept),
    )
    expect(store.items.size).toBe(0)
  })

  it('lets the others pass after three tries of one that the server stumbles over', async () => {
    const store = queueOf(item(1), item(2), item(3))
    let stumbles = 5
    const { posts, end } = await send(store, (call) =>
      call.body['sequence'] === 1 && stumbles-- > 0 ? problem(500) : kept(call),
    )
    expect(posts.map(({ body }) => body['sequence'])).toEqual([1, 1, 1, 2, 3, 1, 1, 1])
    expect(end).toBe('empty')
    expect(store.items.size).toBe(0)
  })

  it('stops and tells when the server does not know the tablet', async () => {
    const store = queueOf(item(1))
    const { end, posts } = await send(store, () => problem(401))
    expect([end, posts.length, store.items.size]).toEqual(['unknown_sender', 1, 1])
  })
})
