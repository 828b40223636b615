import type { RawBuilder } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import { localDate, type PlainDate } from '../platform/dates.ts'
import { NotAllowed } from '../platform/errors.ts'
import type { T } from '../platform/i18n/index.ts'
import { effectiveTerm, type BookRules } from '../administrations/index.ts'
import {
  changeTerm,
  explainDueDate,
  extendClock,
  getCalendar,
  insertClocks,
  listClocks,
  planClock,
  resumeClocks,
  startClock,
  stopAllClocks,
  stopClock,
  suspendClocks,
  tellDueDate,
} from '../deadlines/index.ts'
import type { Step as RegimeStep } from '../regimes/index.ts'
import type { Case } from './case.ts'
import type { LockedCase } from './case-store.ts'
import { findOrigin } from './origin-store.ts'

/** Which clocks of the regime run while a case goes its way. */

const WAITING_FOR_PERSON = 'awaiting_correction'

export interface OpeningClocks {
  /** By when the person has the answer; null where the regime says nothing. */
  answerDueOn: PlainDate | null
  inserts: RawBuilder<unknown>[]
}

/** The clocks that start with a filing: triage and answer. */
export async function openingClocks(
  db: Db,
  rules: BookRules,
  filing: { caseId: string; kind: string; centreId: string },
  startedAt: Date,
): Promise<OpeningClocks> {
  const day = localDate(startedAt, rules.administration.timeZone)
  const calendar = await getCalendar(db, calendarOf(rules, filing.centreId))
  const planned = (['triage', 'answer'] as const).flatMap((step) => {
    const term = effectiveTerm(rules, step, filing.kind, day)
    return term
      ? [
          planClock(
            { ...about(rules, filing.caseId), term, startedAt, told: step === 'answer' },
            calendar,
          ),
        ]
      : []
  })
  return {
    answerDueOn: planned.find(({ row }) => row.step === 'answer')?.dueOn ?? null,
    inserts: planned.length > 0 ? [insertClocks(planned.map(({ row }) => row))] : [],
  }
}

interface ClockContext {
  tx: Tx
  item: LockedCase
  now: Date
}

/** With the book's rules of the day, for steps that start a clock. */
export interface BookClockContext extends ClockContext {
  book: BookRules
}

/** The office waits: its clocks stand still and the person's own term starts. Null: the regime sets none. */
export async function pauseForPerson(context: BookClockContext): Promise<PlainDate | null> {
  const { tx, item, now } = context
  await suspendClocks(tx, item, WAITING_FOR_PERSON, now)
  return startStep(context, 'correction')
}

/** The person replied or let the term pass: the office's clocks go on. Gives the new date of the answer. */
export async function resumeAfterPerson({
  tx,
  item,
  now,
}: ClockContext): Promise<PlainDate | null> {
  await stopClock(tx, item, 'correction', now)
  const resumed = await resumeClocks(tx, item, WAITING_FOR_PERSON, now)
  await tellDueDate(tx, item, 'answer')
  return resumed.find(({ step }) => step === 'answer')?.dueOn ?? null
}

export async function startStep(
  { tx, item, now, book }: BookClockContext,
  step: RegimeStep,
): Promise<PlainDate | null> {
  const term = effectiveTerm(book, step, item.kind, localDate(now, book.administration.timeZone))
  if (!term) return null
  const calendarCode = calendarOf(book, item.centreId)
  const clock = await startClock(tx, {
    ...about(book, item.caseId),
    term,
    startedAt: now,
    told: true,
    calendarCode,
  })
  return clock.dueOn
}

export async function finishStep({ tx, item, now }: ClockContext, step: RegimeStep): Promise<void> {
  await stopClock(tx, item, step, now)
}

export async function finishAllSteps({ tx, item, now }: ClockContext): Promise<void> {
  await stopAllClocks(tx, item, now)
}

/** Only where the regime has an extension, so often and so long as it says. */
export async function extendAnswerClock({ tx, item, now }: ClockContext): Promise<PlainDate> {
  const { dueOn } = await extendClock(tx, item, { step: 'answer' }, now)
  await tellDueDate(tx, item, 'answer')
  return dueOn
}

/** A reopened case has the whole term again. */
export async function restartAnswerClock(context: BookClockContext): Promise<PlainDate> {
  const dueOn = await startStep(context, 'answer')
  if (dueOn === null) throw new NotAllowed()
  return dueOn
}

/**
 * The case is of another kind or centre now: what runs counts by that term, from the day it was filed.
 * Gives the new date of the answer; null where there is none.
 */
export async function changeTerms(
  context: ClockContext & { book: BookRules; today: PlainDate },
  to: { kind: string; centreId: string },
): Promise<PlainDate | null> {
  await changeStep(context, to, 'triage')
  const dueOn = await changeStep(context, to, 'answer')
  if (dueOn === null) return startAnswerFromFiling(context, to)
  await tellDueDate(context.tx, context.item, 'answer')
  return dueOn
}

async function changeStep(
  { tx, item, book, today, now }: ClockContext & { book: BookRules; today: PlainDate },
  to: { kind: string; centreId: string },
  step: RegimeStep,
): Promise<PlainDate | null> {
  const term = effectiveTerm(book, step, to.kind, today)
  if (!term) await stopClock(tx, item, step, now)
  const calendarCode = calendarOf(book, to.centreId)
  const clock = term && (await changeTerm(tx, item, { term, calendarCode }, now))
  return clock?.dueOn ?? null
}

/** The kind that it was filed as had no term of its own. */
async function startAnswerFromFiling(
  { tx, item, book, today }: ClockContext & { book: BookRules; today: PlainDate },
  to: { kind: string; centreId: string },
): Promise<PlainDate | null> {
  const term = effectiveTerm(book, 'answer', to.kind, today)
  if (!term) return null
  const origin = await findOrigin(tx, item)
  const clock = await startClock(tx, {
    ...about(book, item.caseId),
    term,
    startedAt: origin?.clockFrom ?? item.registeredAt,
    told: true,
    calendarCode: calendarOf(book, to.centreId),
  })
  return clock.dueOn
}

/** Why the answer is due on its day, in a sentence. */
export async function explainAnswerDate(
  db: Db,
  item: Case,
  t: T,
  language: string,
): Promise<string | null> {
  const clock = (await listClocks(db, item)).filter(({ step }) => step === 'answer').at(-1)
  if (!clock) return null
  return explainDueDate(clock, await getCalendar(db, clock.calendarCode), { t, language }).sentence
}

/** The day of a step whose clock runs now; null: none runs. */
export async function runningDueDate(
  db: Db,
  item: Case,
  step: RegimeStep,
): Promise<PlainDate | null> {
  const clocks = await listClocks(db, item)
  return clocks.find((clock) => clock.step === step && clock.stoppedAt === null)?.dueOn ?? null
}

function about({ administration, regime }: BookRules, caseId: string) {
  return {
    administrationId: administration.administrationId,
    caseId,
    regimeCode: regime.code,
    regimeVersion: regime.version,
    timeZone: administration.timeZone,
  }
}

/** A centre in a place with its own days off has its own calendar. */
export function calendarOf({ administration, centres }: BookRules, centreId: string): string {
  return (
    centres.find((centre) => centre.centreId === centreId)?.calendarCode ??
    administration.calendarCode
  )
}
