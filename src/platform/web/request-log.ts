import { randomUUID } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import type { Log } from '../log/index.ts'
import { observeRequest } from './metrics.ts'

declare global {
  namespace Express {
    interface Locals {
      /** Links what the visitor is shown to the lines of the log. */
      requestId: string
    }
  }
}

/**
 * One line a request. It names the route as it was written (`/:slug/nuevo`), never the address
 * that was asked for, nor from where or with what: those may tell who somebody is.
 */
export function requestLog(log: Log): RequestHandler {
  return (request, response, next) => {
    const began = performance.now()
    response.locals.requestId = randomUUID()
    response.set('X-Request-Id', response.locals.requestId)
    response.once('close', () => {
      const seconds = (performance.now() - began) / 1000
      const entry = { method: request.method, route: routeOf(request), status: response.statusCode }
      observeRequest(entry, seconds)
      const finished = response.writableFinished ? {} : { cutShort: true }
      log.info(
        {
          requestId: response.locals.requestId,
          ...entry,
          ms: Math.round(seconds * 1000),
          ...finished,
        },
        'request',
      )
    })
    next()
  }
}

function routeOf(request: Request): string {
  const route = request.route as { path?: unknown } | undefined
  return typeof route?.path === 'string' ? route.path : '(none)'
}
