import type { Request } from 'express'

const ONION = /^[a-z2-7]{56}\.onion$/

/**
 * The address to come back by. Whoever came through the onion service must not be sent to the ordinary
 * address, where their network could see them.
 */
export function cameBy(request: Request, baseUrl: string): string {
  const host = request.get('host')?.toLowerCase() ?? ''
  return ONION.test(host) ? `http://${host}` : baseUrl
}
