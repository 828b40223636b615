import { createHash, randomUUID } from 'node:crypto'
import { effectiveTerm, type BookRules } from '../../administrations/index.ts'
import { planClock, type ClockRow, type WorkingCalendar } from '../../deadlines/index.ts'
import { addDays, localDate } from '../../platform/dates.ts'
import type { System } from '../../system.ts'
import { composeFiling } from '../compose-filing.ts'
import type { FilingInput } from '../filing.ts'
import { routeNewCase } from '../route-new-case.ts'
import { trackingToken } from '../tracking-token.ts'
import { PaperCase } from './paper-case.ts'

export interface PaperFiling {
  filing: FilingInput
  /** On this instant the rules and the calendar are asked. */
  at: Date
  /** By so many days earlier it is written down: a whole number of weeks. */
  daysBack: number
  idempotencyKey: string
}

const DAY_MS = 86_400_000

/** Files an invented case in memory, by the rules of its day, and moves it back by so many days. */
export async function beginOnPaper(
  system: Pick<System, 'db' | 'secrets'>,
  rules: BookRules,
  calendar: WorkingCalendar,
  { filing, at, daysBack, idempotencyKey }: PaperFiling,
): Promise<{ item: PaperCase; clockAt: ClockAt }> {
  const caseId = randomUUID()
  const clockAt: ClockAt = (step, startedAt) =>
    clockOf({ rules, calendar, caseId, kind: filing.kind, daysBack }, step, startedAt)
  const clocks = (['triage', 'answer'] as const).flatMap((step) => clockAt(step, at) ?? [])
  const answerDueOn = clocks.find(({ step }) => step === 'answer')?.due_on ?? null
  const composed = composeFiling({
    caseId,
    token: trackingToken(system.secrets.keyFor('tracking-token'), caseId),
    filing: {
      ...filing,
      ...(filing.occurredOn !== undefined && {
        occurredOn: addDays(filing.occurredOn, -daysBack),
      }),
    },
    rules,
    route: await routeNewCase(system, rules, filing, at),
    clocks: { answerDueOn, inserts: [] },
    heads: [],
    idempotencyHash: sha256(idempotencyKey),
    requestHash: sha256(JSON.stringify(filing)),
    now: daysBefore(at, daysBack),
  })
  return { item: new PaperCase(composed.statement([]), clocks), clockAt }
}

/** The clock of a step that begins at an instant of the rules, moved back like everything else. */
export type ClockAt = (step: 'triage' | 'answer' | 'close', startedAt: Date) => ClockRow | null

interface ClockGround {
  rules: BookRules
  calendar: WorkingCalendar
  caseId: string
  kind: string
  daysBack: number
}

function clockOf(
  { rules, calendar, caseId, kind, daysBack }: ClockGround,
  step: 'triage' | 'answer' | 'close',
  startedAt: Date,
): ClockRow | null {
  const { administrationId, timeZone } = rules.administration
  const term = effectiveTerm(rules, step, kind, localDate(startedAt, timeZone))
  if (!term) return null
  const { row } = planClock(
    {
      administrationId,
      caseId,
      term,
      regimeCode: rules.regime.code,
      regimeVersion: rules.regime.version,
      startedAt,
      timeZone,
      told: step === 'answer',
    },
    calendar,
  )
  const dueOn = addDays(row.due_on, -daysBack)
  return {
    ...row,
    started_at: daysBefore(startedAt, daysBack),
    due_on: dueOn,
    told_due_on: row.told_due_on === null ? null : dueOn,
  }
}

export function daysBefore(at: Date, days: number): Date {
  return new Date(at.getTime() - days * DAY_MS)
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest()
}
