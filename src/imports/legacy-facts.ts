import { STATE_TYPE, type CaseState } from '../cases/index.ts'
import type { Db } from '../platform/database/connection.ts'
import { daysBetween, type PlainDate } from '../platform/dates.ts'
import type { KeptLegacyCase } from './legacy-row.ts'
import { listAfter, listWithText, type TextFilters } from './legacy-store.ts'

/**
 * What a legacy case tells the analysis, in the shape in which the book's own cases do. What another book did
 * not keep is null or none, never a guess: no working days (its calendar is not known), no steps.
 */
export interface LegacyFacts {
  administrationId: string
  source: 'legacy'
  caseId: string
  kind: string
  centreId: string | null
  unitId: string | null
  serviceId: string | null
  channel: string | null
  motive: string | null
  cause: null
  language: string
  registeredOn: PlainDate
  acknowledgedAtOnce: null
  firstResponse: null
  triageDueOn: null
  triagedOn: null
  correctionAsked: false
  dueOn: PlainDate | null
  /** Its days are null where it ends before it begins: answered, but nobody knows in how long. */
  answer: { on: PlainDate; workingDays: null; calendarDays: number | null } | null
  /** It is over and no day of it was kept. */
  answeredUndated: boolean
  outcome: 'upheld' | 'not_upheld' | null
  notice: null
  endedOn: PlainDate | null
  ending: LegacyEnding | null
  olderOn: { 10: null; 20: null; 30: null }
  repeated: false
  rating: null
  stays: readonly never[]
}

type LegacyEnding = 'transferred' | 'redirected' | 'consolidated' | 'archived'
const ENDINGS: readonly CaseState[] = ['transferred', 'redirected', 'consolidated', 'archived']

/** The facts of all legacy cases, in the order of their ids; the next stretch begins after the last `caseId`. */
export async function listLegacyFacts(
  db: Db,
  administrationId: string,
  after: string | null,
  limit: number,
): Promise<LegacyFacts[]> {
  const cases = await listAfter(db, administrationId, after, limit)
  return cases.map((one) => legacyFacts(administrationId, one))
}

/** From the first to the last, a stretch in memory at a time. */
export async function* readLegacyFacts(
  db: Db,
  administrationId: string,
): AsyncGenerator<LegacyFacts> {
  let after: string | null = null
  for (;;) {
    const facts: LegacyFacts[] = await listLegacyFacts(db, administrationId, after, 2_000)
    const last = facts.at(-1)
    if (!last) return
    yield* facts
    after = last.caseId
  }
}

export function legacyFacts(administrationId: string, one: KeptLegacyCase): LegacyFacts {
  const ending = endingOf(one)
  const answeredOn = ending === null ? answerDay(one) : null
  return {
    administrationId,
    source: 'legacy',
    caseId: one.legacyId,
    kind: one.kind,
    centreId: one.centre.id,
    unitId: one.unit.id,
    serviceId: one.service.id,
    channel: one.channel,
    motive: one.motive,
    cause: null,
    language: one.language,
    registeredOn: one.receivedOn,
    acknowledgedAtOnce: null,
    firstResponse: null,
    triageDueOn: null,
    triagedOn: null,
    correctionAsked: false,
    dueOn: one.dueOn,
    answer:
      answeredOn === null
        ? null
        : { on: answeredOn, workingDays: null, calendarDays: durationOf(one, answeredOn) },
    answeredUndated: ending === null && answeredOn === null && isOver(one),
    outcome: one.outcome === 'upheld' || one.outcome === 'not_upheld' ? one.outcome : null,
    notice: null,
    endedOn: endOf(one, answeredOn),
    ending,
    olderOn: { 10: null, 20: null, 30: null },
    repeated: false,
    rating: null,
    stays: [],
  }
}

function endingOf({ state }: KeptLegacyCase): LegacyEnding | null {
  return ENDINGS.find((ending): ending is LegacyEnding => ending === state) ?? null
}

/** A book that did not keep answers apart says with the end when it answered. */
function answerDay({ answeredOn, closedOn, state }: KeptLegacyCase): PlainDate | null {
  if (answeredOn !== null) return answeredOn
  const mayBeOver =
    state === null || STATE_TYPE[state] === 'ended' || STATE_TYPE[state] === 'answered'
  return mayBeOver ? closedOn : null
}

function isOver({ state }: KeptLegacyCase): boolean {
  return state !== null && STATE_TYPE[state] !== 'open' && STATE_TYPE[state] !== 'waiting'
}

function durationOf({ receivedOn, flags }: KeptLegacyCase, answeredOn: PlainDate): number | null {
  if (flags.includes('negative_duration') || answeredOn < receivedOn) return null
  return daysBetween(receivedOn, answeredOn)
}

/** One that is over without a day counts as over from its first day: it is in no backlog. */
function endOf(one: KeptLegacyCase, answeredOn: PlainDate | null): PlainDate | null {
  const day = one.closedOn ?? answeredOn
  const end = day ?? (isOver(one) ? one.receivedOn : null)
  return end !== null && end < one.receivedOn ? one.receivedOn : end
}

/** What was told, with what it is known to be about in their words and, where known, in ours. */
export interface LegacyText {
  caseId: string
  legacyNumber: string
  source: string
  kind: string
  receivedOn: PlainDate
  channel: string | null
  centreId: string | null
  serviceId: string | null
  serviceTold: string | null
  unitId: string | null
  unitTold: string | null
  motive: string | null
  outcome: string | null
  language: string
  text: string
}

/** For whoever reads texts of a period; the look is theirs to record. The next stretch begins after the last `caseId`. */
export async function listLegacyTexts(
  db: Db,
  administrationId: string,
  filters: TextFilters,
  after: string | null,
  limit: number,
): Promise<LegacyText[]> {
  const cases = await listWithText(db, administrationId, filters, after, limit)
  return cases.map((one) => ({
    caseId: one.legacyId,
    legacyNumber: one.legacyNumber,
    source: one.source,
    kind: one.kind,
    receivedOn: one.receivedOn,
    channel: one.channel,
    centreId: one.centre.id,
    serviceId: one.service.id,
    serviceTold: one.service.told,
    unitId: one.unit.id,
    unitTold: one.unit.told,
    motive: one.motive,
    outcome: one.outcome,
    language: one.language,
    text: one.text,
  }))
}
