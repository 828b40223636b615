/**
 * Keeps an app's own files on the machine, so that it starts without network. Nothing else passes through
 * here: neither what the server answers nor what a person says is ever kept in this cache.
 */
interface WorkEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}

interface AskedEvent extends WorkEvent {
  request: Request
  respondWith(answer: Promise<Response>): void
}

interface Worker extends EventTarget {
  /** Set by the server in front of this script. */
  offlineApp: { name: string; version: string; page: string; files: readonly string[] }
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
}

const worker = globalThis as unknown as Worker
const { name: app, version, page, files } = worker.offlineApp
const cacheName = `${app}@${version}`
const known = new Set([page, ...files])

worker.addEventListener('install', (event) => {
  ;(event as WorkEvent).waitUntil(keepFiles())
})

worker.addEventListener('activate', (event) => {
  ;(event as WorkEvent).waitUntil(forgetOthers().then(() => worker.clients.claim()))
})

worker.addEventListener('fetch', (event) => {
  const { request } = event as AskedEvent
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  const path = request.mode === 'navigate' ? page : pathname
  if (known.has(path)) (event as AskedEvent).respondWith(fromCache(path))
})

/** All or nothing: half a version never starts. */
async function keepFiles(): Promise<void> {
  const cache = await caches.open(cacheName)
  await cache.addAll([...known].map((path) => new Request(path, { cache: 'reload' })))
  await worker.skipWaiting()
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys()
  const own = names.filter((name) => name.startsWith(`${app}@`) && name !== cacheName)
  await Promise.all(own.map((name) => caches.delete(name)))
}

async function fromCache(path: string): Promise<Response> {
  const cache = await caches.open(cacheName)
  return (await cache.match(path)) ?? fetch(path)
}
