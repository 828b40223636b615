import type { PlainDate } from '../platform/dates.ts'

/** How somebody was attended, and from where we know it. */
export const ATTENTION_CHANNELS = ['counter', 'phone', 'web', 'email'] as const
export type AttentionChannel = (typeof ATTENTION_CHANNELS)[number]

export const SOURCES = ['tap', 'register', 'import', 'interface'] as const
export type AttentionSource = (typeof SOURCES)[number]

/** One cell: so many people in a centre, for a service, on a day, by a channel. */
export interface Attended {
  centreId: string
  serviceId: string
  day: PlainDate
  channel: AttentionChannel
  attended: number
}

export const MOST_A_DAY = 100_000

export function cellKey({ centreId, serviceId, day, channel }: Omit<Attended, 'attended'>): string {
  return [centreId, serviceId, day, channel].join(' ')
}
