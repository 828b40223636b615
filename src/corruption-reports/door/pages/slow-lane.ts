import type { RequestHandler } from 'express'
import { TooMany } from '../../../platform/errors.ts'

const AT_ONCE = 4
const MOST_WAITING = 200
const TRY_AGAIN_SECONDS = 30

/**
 * Whoever has no script sends everything in one body, which is held in memory. A few at a time are
 * read; the others wait unread, whoever they are: an office shares one address.
 */
export function slowLane(atOnce = AT_ONCE): RequestHandler {
  const waiting: (() => void)[] = []
  let busy = 0
  const leave = () => {
    busy -= 1
    waiting.shift()?.()
  }
  return (_request, response, next) => {
    const enter = () => {
      if (response.destroyed) return waiting.shift()?.()
      busy += 1
      response.once('close', leave)
      next()
    }
    if (busy < atOnce) enter()
    else if (waiting.length < MOST_WAITING) waiting.push(enter)
    else throw new TooMany(TRY_AGAIN_SECONDS)
  }
}
