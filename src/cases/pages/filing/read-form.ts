import type { Request } from 'express'

/** The person came from "check your answers" and wants to go back there. */
export function isChanging(request: Request): boolean {
  return request.query['cambiar'] !== undefined
}
