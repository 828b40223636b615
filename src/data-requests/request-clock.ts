import { dueOn, type Clock, type Term, type WorkingCalendar } from '../deadlines/index.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { DataRightRule } from '../regimes/index.ts'
import type { DataRequest } from './data-request.ts'
import { OPEN_STATES } from './request-states.ts'

type Asked = Pick<DataRequest, 'rule' | 'filedAt' | 'extendedBy' | 'proofAskedOn' | 'provenOn'>

/** When the answer is due: the term, the one extension, and the days in which proof was awaited. */
export function answerDue(
  { rule, filedAt, extendedBy, proofAskedOn, provenOn }: Asked,
  calendar: WorkingCalendar,
  timeZone: string,
  today: PlainDate,
): PlainDate | null {
  if (rule === null) return null
  const waited =
    proofAskedOn === null
      ? []
      : [{ from: proofAskedOn, until: provenOn ?? undefined, reason: 'awaiting_proof' }]
  const more = extendedBy === null ? [] : [extensionOf(rule, extendedBy, filedAt)]
  const clock = clockOf(rule, rule.answerDays, filedAt, timeZone)
  return dueOn({ ...clock, suspensions: waited, extensions: more }, calendar, today)
}

/** By when what was granted must be so; within the answer's own term where the rule gives no other. */
export function effectiveDue(
  { rule, dueOn: answer }: Pick<DataRequest, 'rule' | 'dueOn'>,
  answeredAt: Date,
  calendar: WorkingCalendar,
  timeZone: string,
): PlainDate | null {
  if (rule?.effectiveDays === undefined) return answer
  return dueOn(clockOf(rule, rule.effectiveDays, answeredAt, timeZone), calendar)
}

export function proofDue(
  rule: DataRightRule | null,
  askedAt: Date,
  calendar: WorkingCalendar,
  timeZone: string,
): PlainDate | null {
  return rule && dueOn(clockOf(rule, rule.proofDays, askedAt, timeZone), calendar)
}

/** The day that whoever works on it looks at now; null once nothing is owed. */
export function nextDay({
  state,
  dueOn: answer,
  effectiveDueOn,
  proofDueOn,
}: Pick<DataRequest, 'state' | 'dueOn' | 'effectiveDueOn' | 'proofDueOn'>): PlainDate | null {
  if (!OPEN_STATES.includes(state)) return null
  if (state === 'granted') return effectiveDueOn
  return state === 'awaiting_proof' ? proofDueOn : answer
}

function clockOf(rule: DataRightRule, days: number, startedAt: Date, timeZone: string): Clock {
  const term: Term = {
    step: 'data_request',
    days,
    unit: 'business',
    starts: 'next_business_day',
    filedOnNonWorkingDay: 'counts_that_day',
    suspendedBy: [],
    source: rule.source,
  }
  return { step: term.step, term, startedAt, timeZone, suspensions: [], extensions: [] }
}

function extensionOf({ source }: DataRightRule, days: number, at: Date) {
  return { days, unit: 'business' as const, at, source }
}
