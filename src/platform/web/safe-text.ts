import type { RequestHandler } from 'express'
import { ExpectedError } from '../errors.ts'

/** Text that no database keeps, such as the null character. */
export class NotUnderstood extends ExpectedError {
  readonly status = 400
  readonly code = 'not_understood'
}

/** Refuses null characters and broken encodings in the address before any route sees them. */
export const refuseBrokenAddress: RequestHandler = (request, _response, next) => {
  try {
    if (decodeURIComponent(request.originalUrl.split('?', 1)[0] ?? '').includes('\0')) {
      throw new NotUnderstood()
    }
  } catch (error) {
    if (error instanceof URIError) throw new NotUnderstood()
    throw error
  }
  if (hasNull(request.query)) throw new NotUnderstood()
  next()
}

/** The same for what the body carries, once it was read. */
export const refuseBrokenBody: RequestHandler = (request, _response, next) => {
  if (hasNull(request.body)) throw new NotUnderstood()
  next()
}

const DEEP_ENOUGH = 20

function hasNull(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return value.includes('\0')
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return false
  if (depth > DEEP_ENOUGH) throw new NotUnderstood()
  return Object.entries(value).some(
    ([key, inner]) => key.includes('\0') || hasNull(inner, depth + 1),
  )
}
