import type { ServerAnswer } from './call-server.ts'
import { askedPause } from './pauses.ts'

/** What became of an item that was sent once. */
export type SendOutcome =
  | { is: 'kept'; answer: Readonly<Record<string, unknown>> }
  /** For ever, as it is. */
  | { is: 'refused'; status: number }
  /** The server does not know who sends, or no longer. */
  | { is: 'unknown_sender' }
  /** `busy`: nothing to do with this item. */
  | { is: 'later'; askedMs: number; busy: boolean }

export const NOT_NOW: SendOutcome = { is: 'later', askedMs: 0, busy: true }
const BUSY = new Set([408, 425, 429, 502, 503, 504])
const MAY_PASS = new Set([409, 413])

/**
 * Only our own server, in its own words, can refuse an item for ever: a network that asks people to sign in
 * answers with pages of its own.
 */
export function failureOf(answer: ServerAnswer | null, now: Date): SendOutcome {
  if (!answer) return NOT_NOW
  const { status, headers } = answer
  if (status === 401) return { is: 'unknown_sender' }
  const isOurs = /problem\+json/.test(headers.get('Content-Type') ?? '')
  const isFinal = status >= 400 && status < 500 && !BUSY.has(status) && !MAY_PASS.has(status)
  if (isFinal && isOurs) return { is: 'refused', status }
  const askedMs = askedPause(headers.get('Retry-After'), now)
  return { is: 'later', askedMs, busy: BUSY.has(status) || !isOurs }
}
