import { addDays, isPlainDate, type PlainDate } from '../../platform/dates.ts'
import { isId } from '../../platform/ids.ts'

/** What the log is narrowed to; the last days where nothing is said. */
export interface AskedLooks {
  caseNumber: string | null
  accountId: string | null
  from: PlainDate
  until: PlainDate
  before: number | null
}

const DAYS = 30

export function readAsked(query: Readonly<Record<string, unknown>>, today: PlainDate): AskedLooks {
  const { caso, persona, desde, hasta, antes } = query
  const until = dayIn(hasta) ?? today
  const caseNumber = typeof caso === 'string' ? caso.trim().toUpperCase() : ''
  const before = Number(antes)
  return {
    caseNumber: /^[A-Z0-9-]{1,60}$/.test(caseNumber) ? caseNumber : null,
    accountId: isId(persona) ? persona : null,
    from: dayIn(desde) ?? addDays(until, -DAYS),
    until,
    before: Number.isSafeInteger(before) && before > 0 ? before : null,
  }
}

function dayIn(value: unknown): PlainDate | null {
  return typeof value === 'string' && isPlainDate(value) ? value : null
}
