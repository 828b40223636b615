import type { Request, RequestHandler } from 'express'
import type { Config } from '../../config.ts'
import { NotFound } from '../../platform/errors.ts'
import { opensOn, type Side } from './open-addresses.ts'

export interface GateOptions {
  config: Pick<Config, 'baseUrl' | 'officersBaseUrl'>
  /** The parts of `/personal/{slug}/` that belong to the sealed reports. */
  rooms: readonly string[]
  /** What every page of ours says, also that something is not there. */
  headers: RequestHandler
}

/**
 * Before everything else. Where officers have an address of their own, what belongs there exists there
 * alone, and nothing else of the book does: their browsers run no script of another page.
 */
export function hostGate({ config, rooms, headers }: GateOptions): RequestHandler {
  return (request, response, next) => {
    if (opensOn(sideOf(request, config), request.path, rooms)) return next()
    headers(request, response, () => next(new NotFound()))
  }
}

/** Which of the two addresses was asked; `both` where there is only one. */
export function sideOf(
  request: Pick<Request, 'host'>,
  { baseUrl, officersBaseUrl }: GateOptions['config'],
): Side {
  const [others, officers] = [new URL(baseUrl).host, new URL(officersBaseUrl).host]
  if (others === officers) return 'both'
  return request.host === officers ? 'officers' : 'others'
}
