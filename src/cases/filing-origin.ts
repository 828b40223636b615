import type { BookRules } from '../administrations/index.ts'
import { localDate } from '../platform/dates.ts'
import { findClockStart } from '../regimes/index.ts'
import type { Channel } from '../routing/index.ts'
import type { LoadLimit } from './load-limit.ts'

/** How a filing came that its person did not send to the book at that moment. */
export interface FilingOrigin {
  /** When the person handed it over: on a tablet without network, on paper, by mail. Missing: now. */
  handedOverAt?: Date
  /** What a tablet printed there and then: the number until it is sent, and the secret that stays good. */
  provisional?: { number: string; token: string }
  deviceId?: string
  /** The printed link that brought the person. */
  linkId?: string
  /** The number that the sheet has in the paper book. */
  sheetNumber?: string
  /** The number that it had at the body that sent it on. */
  transferredFrom?: string
  /** The member of staff who typed it, or who answers for the system that sent it. */
  registeredBy?: string
}

export interface DatedOrigin extends FilingOrigin {
  handedOverAt: Date
  clockFrom: Date
  /** For what the staff typed: by when it had to be in the book. Null: no rule says so. */
  limit?: LoadLimit | null
}

/** With both times settled. Nobody hands over tomorrow what is registered today. */
export function dateOrigin(
  origin: FilingOrigin,
  channel: Channel,
  { regime, administration }: BookRules,
  now: Date,
): DatedOrigin {
  const { handedOverAt: told = now } = origin
  const handedOverAt = told > now ? now : told
  const start = findClockStart(regime, channel, localDate(now, administration.timeZone))
  return { ...origin, handedOverAt, clockFrom: start === 'registered' ? now : handedOverAt }
}
