import { addDays, instantAt, localDate, type PlainDate } from '../platform/dates.ts'

/** When the administration's notices about sealed reports leave, whatever happened when. */
export interface NoticeHours {
  timeZone: string
  /** Local, as HH:MM. */
  hours?: readonly string[] | undefined
}

const USUAL_HOURS = ['09:00', '16:00']

/** The next of them, never this very instant. */
export function nextNoticeTime(now: Date, at: NoticeHours): Date {
  const today = localDate(now, at.timeZone)
  const times = [today, addDays(today, 1)].flatMap((day) => noticeTimesOn(day, at))
  const next = times.find((time) => time > now)
  if (!next) throw new Error('an administration has no hours for its notices')
  return next
}

/** Those of one day, in their order. */
export function noticeTimesOn(
  day: PlainDate,
  { timeZone, hours = USUAL_HOURS }: NoticeHours,
): Date[] {
  return [...hours].sort().map((hour) => instantAt(day, hour, timeZone))
}
