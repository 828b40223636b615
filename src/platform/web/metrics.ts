import { timingSafeEqual } from 'node:crypto'
import type { RequestHandler } from 'express'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { NotFound } from '../errors.ts'

/** What this process has to tell in numbers; no label may ever hold what a person wrote. */
export const metrics = new Registry()

const requests = new Histogram({
  name: 'libro_http_request_seconds',
  help: 'Time to answer, by route',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [metrics],
})

export function observeRequest(
  labels: { method: string; route: string; status: number },
  seconds: number,
): void {
  requests.observe(labels, seconds)
}

/** Called once, by the program and not by tests: it keeps timers of its own. */
export function watchProcess(): void {
  collectDefaultMetrics({ register: metrics })
}

/** Without a configured token the page does not exist; nor does it for whoever has another. */
export function metricsPage(token: string | null): RequestHandler {
  return async (request, response) => {
    const given = /^Bearer (.+)$/.exec(request.get('authorization') ?? '')?.[1]
    if (token === null || given === undefined || !isSame(given, token)) throw new NotFound()
    response.set('Cache-Control', 'no-store').type(metrics.contentType)
    response.send(await metrics.metrics())
  }
}

function isSame(given: string, wanted: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(wanted)
  return a.length === b.length && timingSafeEqual(a, b)
}
