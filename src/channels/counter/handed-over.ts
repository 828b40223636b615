import {
  addDays,
  instantAt,
  isPlainDate,
  localDate,
  localTime,
  type PlainDate,
} from '../../platform/dates.ts'
import type { FieldProblem } from '../../platform/errors.ts'

/** Older paper is a book of the past: it is imported with its own numbers, not typed as of today. */
const OLDEST_DAYS = 366

export type HandedOver =
  { at: Date; problems: readonly [] } | { at: null; problems: readonly FieldProblem[] }

/** When the person handed it over, from the day and the hour that were typed; without an hour today: now. */
export function readHandedOver(
  typed: { handedDate: string; handedTime: string },
  timeZone: string,
  now: Date,
): HandedOver {
  const { handedDate: date, handedTime: time } = typed
  const today = localDate(now, timeZone)
  const wrong = dateProblem(date, today)
  if (wrong) return { at: null, problems: [{ field: 'handedDate', code: wrong }] }
  if (time === '' && date === today) return { at: now, problems: [] }
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) {
    const code = time === '' ? 'required' : 'not_valid'
    return { at: null, problems: [{ field: 'handedTime', code }] }
  }
  const at = instantAt(date, time, timeZone)
  // the clock on the wall shows no seconds
  const thisMinute = date === today && time === localTime(now, timeZone)
  if (at > now && !thisMinute)
    return { at: null, problems: [{ field: 'handedTime', code: 'in_future' }] }
  return { at, problems: [] }
}

function dateProblem(date: string, today: PlainDate): string | null {
  if (date === '') return 'required'
  if (!isPlainDate(date)) return 'not_valid'
  if (date > today) return 'in_future'
  return date < addDays(today, -OLDEST_DAYS) ? 'too_long_ago' : null
}
