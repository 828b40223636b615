import type { Request, RequestHandler } from 'express'

/** As much as the largest upload, and not for longer than a person waits. */
const MOST_BYTES = 25_000_000
const LONGEST_MS = 10_000

/**
 * An answer that needs less than what is sent ends only once the rest was taken: the line would be cut
 * before the sender reads why. Whoever sends without end is cut all the same.
 */
export const takeTheRest: RequestHandler = (request, response, next) => {
  if (!bringsBody(request)) return next()
  const end = response.end.bind(response)
  response.end = ((...said: Parameters<typeof end>) => {
    if (request.complete || request.destroyed) return end(...said)
    untilTaken(request, () => end(...said))
    return response
  }) as typeof response.end
  next()
}

function bringsBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

function untilTaken(request: Request, done: () => void): void {
  let taken = 0
  const finish = () => {
    clearTimeout(tooLong)
    request.off('data', count).off('end', finish).off('close', finish)
    done()
  }
  const count = (part: Buffer) => {
    taken += part.length
    if (taken > MOST_BYTES) finish()
  }
  const tooLong = setTimeout(finish, LONGEST_MS)
  request.on('data', count).on('end', finish).on('close', finish)
  request.resume()
}
