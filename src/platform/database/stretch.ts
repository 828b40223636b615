import type { PlainDate } from '../dates.ts'

/** What happened before a day, as the day is told in a time zone. */
export interface Stretch {
  before: PlainDate
  /** The instant at which that day began. */
  beganAt: Date
  timeZone: string
}

export interface DayCount {
  day: PlainDate
  count: number
}
