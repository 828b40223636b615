import type { CaseFacts, Span, Stay } from '../analysis/index.ts'
import {
  dayReached,
  elapsedWorkingDays,
  type StoredClock,
  type WorkingCalendar,
} from '../deadlines/index.ts'
import type { Step } from '../ledger/index.ts'
import { addDays, daysBetween, localDate, type PlainDate } from '../platform/dates.ts'
import { STATE_TYPE, type CaseState } from './case-states.ts'
import type { CaseOutline } from './facts-store.ts'

/** Everything from which the facts of one case are told. */
export interface CaseRecord {
  administrationId: string
  timeZone: string
  outline: CaseOutline
  /** Oldest first. */
  steps: readonly Step[]
  clocks: readonly StoredClock[]
  calendar: WorkingCalendar
}

/** With which triage is over, or waits for the person. */
const DECISIONS = [
  'assign',
  'assigned_by_rule',
  'request_correction',
  'transfer',
  'redirect',
  'consolidate',
  'mark_duplicate',
  'archive',
  'forward',
]
const UPHELD = ['upheld', 'partially_upheld']
const AT_ONCE_MS = 60_000
const SOON_DAYS = 60

const ENDINGS: Readonly<Record<string, CaseFacts['ending']>> = {
  expire: 'not_corrected',
  withdraw: 'withdrawn',
  transfer: 'transferred',
  redirect: 'redirected',
  consolidate: 'consolidated',
  mark_duplicate: 'archived',
  archive: 'archived',
}

/** What a case tells the analysis. It depends on what happened alone, never on the day that it is told. */
export function factsOf(record: CaseRecord): CaseFacts {
  const { outline, steps, clocks } = record
  const registeredOn = dayOf(record, outline.registeredAt)
  const answeredOn = outline.answeredAt && dayOf(record, outline.answeredAt)
  const decided = steps.find(({ event }) => DECISIONS.includes(event))
  const responded = steps.find(({ event, actor }) => actor === 'staff' && isResponse(event))
  return {
    administrationId: record.administrationId,
    source: 'book',
    caseId: outline.caseId,
    kind: outline.kind,
    centreId: outline.centreId,
    unitId: outline.unitId,
    serviceId: outline.serviceId,
    channel: outline.channel,
    motive: outline.motive,
    cause: null,
    language: outline.language,
    registeredOn,
    acknowledgedAtOnce: wasAcknowledgedAtOnce(outline),
    firstResponse: responded ? spanTo(record, dayOf(record, responded.happenedAt)) : null,
    triageDueOn: clocks.find(({ step }) => step === 'triage')?.dueOn ?? null,
    triagedOn: decided ? dayOf(record, decided.happenedAt) : null,
    correctionAsked: steps.some(({ event }) => event === 'request_correction'),
    dueOn: outline.dueOn,
    answer: answeredOn === null ? null : spanTo(record, answeredOn),
    answeredUndated: false,
    outcome: outcomeOf(outline),
    notice: noticeOf(record, answeredOn),
    endedOn: endedOn(record),
    ending: endingOf(record),
    olderOn: {
      10: dayOlderThan(record, 10),
      20: dayOlderThan(record, 20),
      30: dayOlderThan(record, 30),
    },
    repeated: wasRepeated(record),
    rating: ratingOf(record),
    stays: staysOf(record),
  }
}

const isResponse = (event: string) =>
  DECISIONS.includes(event) || event === 'approve' || event === 'decide'

function dayOf({ timeZone }: CaseRecord, at: Date): PlainDate {
  return localDate(at, timeZone)
}

function wasAcknowledgedAtOnce({ handedOverAt, hadProvisionalNumber, registeredAt }: CaseOutline) {
  if (handedOverAt === null || hadProvisionalNumber) return true
  return registeredAt.getTime() - handedOverAt.getTime() <= AT_ONCE_MS
}

function spanTo(record: CaseRecord, on: PlainDate): Span {
  const from = dayOf(record, record.outline.registeredAt)
  return { on, workingDays: workingDaysTo(record, on), calendarDays: daysBetween(from, on) }
}

/** As the clocks of the answer count; a kind without a term by the calendar alone. */
function workingDaysTo(record: CaseRecord, on: PlainDate): number {
  const { calendar } = record
  const clocks = answerClocks(record)
  if (clocks.length === 0) {
    return calendar.workingDaysBetween(dayOf(record, record.outline.registeredAt), on)
  }
  return clocks.reduce((sum, clock) => sum + elapsedWorkingDays(clock, calendar, on), 0)
}

/** A case that was reopened has one for each time. */
function answerClocks({ clocks }: CaseRecord): StoredClock[] {
  return clocks.filter(({ step }) => step === 'answer')
}

function dayOlderThan(record: CaseRecord, limit: number): PlainDate | null {
  const { calendar, outline } = record
  const clocks = answerClocks(record)
  const last = clocks.at(-1)
  if (!last) return calendar.addWorkingDays(dayOf(record, outline.registeredAt), limit + 1)
  const before = clocks.slice(0, -1)
  const used = before.reduce((sum, clock) => sum + elapsedWorkingDays(clock, calendar, END), 0)
  const left = limit + 1 - used
  return left > 0 ? dayReached(last, calendar, left) : dayOf(record, last.startedAt)
}

/** After every day on which a clock that was stopped can have run. */
const END = '9999-12-31'

function outcomeOf({ outcome }: CaseOutline): CaseFacts['outcome'] {
  if (outcome === null) return null
  if (UPHELD.includes(outcome)) return 'upheld'
  return outcome === 'not_upheld' ? 'not_upheld' : null
}

function noticeOf(record: CaseRecord, answeredOn: PlainDate | null): Span | null {
  const { outline, calendar } = record
  if (outline.notifiedAt === null || answeredOn === null) return null
  const on = dayOf(record, outline.notifiedAt)
  return {
    on,
    workingDays: calendar.workingDaysBetween(answeredOn, on),
    calendarDays: daysBetween(answeredOn, on),
  }
}

function isOpen(state: string): boolean {
  const type = STATE_TYPE[state as CaseState]
  return type === 'open' || type === 'waiting'
}

/** When it left the open states the last time. */
function endedOn(record: CaseRecord): PlainDate | null {
  const { outline, steps } = record
  if (isOpen(outline.state)) return null
  const lastOpen = steps.findLastIndex(({ toState }) => isOpen(toState))
  const ended = steps[lastOpen + 1]
  return ended ? dayOf(record, ended.happenedAt) : null
}

function endingOf({ outline, steps }: CaseRecord): CaseFacts['ending'] {
  if (STATE_TYPE[outline.state] !== 'ended' || outline.answeredAt !== null) return null
  const last = steps.findLast(({ event }) => event in ENDINGS)
  return last ? (ENDINGS[last.event] ?? null) : null
}

function wasRepeated(record: CaseRecord): boolean {
  const { outline, steps } = record
  if (steps.some(({ event }) => event === 'reopen')) return true
  if (outline.notifiedAt === null || outline.followedAt === null) return false
  const latest = addDays(dayOf(record, outline.notifiedAt), SOON_DAYS)
  return dayOf(record, outline.followedAt) <= latest
}

function ratingOf(record: CaseRecord): CaseFacts['rating'] {
  const { satisfaction, resolved, ratedAt } = record.outline
  if (satisfaction === null || resolved === null || ratedAt === null) return null
  return { on: dayOf(record, ratedAt), satisfaction, resolved }
}

/** Each stretch of steps in one open state, once it left it. */
function staysOf(record: CaseRecord): Stay[] {
  const stays: Stay[] = []
  let entered = record.steps[0]
  for (const step of record.steps) {
    if (!entered || step.toState === entered.toState) continue
    if (isOpen(entered.toState)) stays.push(stayOf(record, entered, step))
    entered = step
  }
  return stays
}

function stayOf(record: CaseRecord, entered: Step, left: Step): Stay {
  const from = dayOf(record, entered.happenedAt)
  const on = dayOf(record, left.happenedAt)
  return {
    state: entered.toState,
    on,
    workingDays: record.calendar.workingDaysBetween(from, on),
    calendarDays: daysBetween(from, on),
  }
}
