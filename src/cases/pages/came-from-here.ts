import type { Request } from 'express'
import type { System } from '../../system.ts'

/** Whether a form was sent from a page of ours: of others', nothing that was typed is shown again. */
export function cameFromHere({ config }: System, request: Request): boolean {
  const site = request.get('Sec-Fetch-Site')
  return site ? site === 'same-origin' : request.get('Origin') === new URL(config.baseUrl).origin
}
