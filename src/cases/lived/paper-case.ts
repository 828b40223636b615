import type { Selectable } from 'kysely'
import type { ClockRow } from '../../deadlines/index.ts'
import { hashEvent, type LedgerEvent } from '../../ledger/index.ts'
import type { Actor } from '../actions/move-case.ts'
import {
  leadsFrom,
  opensFirst,
  stateAfter,
  STATE_TYPE,
  transitionOf,
  type CaseAction,
} from '../case-states.ts'
import type { CaseChanges } from '../case-store.ts'
import type {
  AnswerTable,
  CaseContentTable,
  CaseRatingTable,
  CaseTable,
  ContentKind,
  DeliveryTable,
} from '../case-tables.ts'
import { newContent, type NewContent } from '../content-store.ts'
import type { NewCase } from '../filing-store.ts'

/** What a case has become that was lived in memory, to be written all at once. */
export interface LivedCase {
  filing: NewCase
  row: Omit<Selectable<CaseTable>, 'case_number' | 'is_open' | 'search'>
  events: readonly (LedgerEvent & { previousHash: Buffer; hash: Buffer })[]
  contents: readonly CaseContentTable[]
  answers: readonly AnswerTable[]
  deliveries: readonly DeliveryTable[]
  rating: CaseRatingTable | null
  clocks: readonly ClockRow[]
}

export interface PaperStep {
  action: CaseAction
  actor: Actor
  at: Date
  reason?: string
  contents?: readonly NewContent[]
  details?: LedgerEvent['details']
  changes?: CaseChanges
}

/**
 * A case in memory that goes its way by the same table of states as every other, with the same history; for
 * large invented books, which nobody could live step by step.
 */
export class PaperCase {
  readonly #filing: NewCase
  readonly #events: LivedCase['events'][number][] = []
  readonly #contents: CaseContentTable[]
  readonly #answers: AnswerTable[] = []
  readonly #deliveries: DeliveryTable[] = []
  readonly #clocks: ClockRow[]
  #rating: CaseRatingTable | null = null
  #row: LivedCase['row']

  constructor(filing: NewCase, clocks: readonly ClockRow[]) {
    this.#filing = filing
    this.#contents = [...filing.contents]
    this.#clocks = clocks.map((clock) => ({ ...clock }))
    this.#row = {
      ...filing.row,
      in_hand_since: null,
      overdue: false,
      clock_suspended: false,
      review_asked: false,
      door_offered: false,
      held: false,
      history_length: 1,
      history_head: filing.firstEventHash,
    }
    const previousHash = Buffer.alloc(32)
    this.#events.push({ ...filing.firstEvent, previousHash, hash: filing.firstEventHash })
  }

  get row(): Readonly<LivedCase['row']> {
    return this.#row
  }

  get answer(): AnswerTable | undefined {
    return this.#answers.at(-1)
  }

  get delivery(): DeliveryTable | undefined {
    return this.#deliveries.at(-1)
  }

  may(action: CaseAction): boolean {
    const { state, kind } = this.#row
    return leadsFrom(action, state, kind) || opensFirst(action, state)
  }

  /** A text of the case, to go with the step that brings it. */
  write(kind: ContentKind, body: string, by: { accountId: string | null; at: Date }): NewContent {
    const { administration_id: administrationId, case_id: caseId } = this.#row
    const about = { administrationId, caseId, accountId: by.accountId, now: by.at }
    return newContent(about, kind, body)
  }

  take(step: PaperStep): void {
    const { action, actor, at } = step
    if (opensFirst(action, this.#row.state)) this.#step({ action: 'open', actor, at })
    this.#step(step)
  }

  addAnswer(answer: Omit<AnswerTable, 'administration_id' | 'case_id'>): void {
    this.#answers.push({ ...this.#about(), ...answer })
  }

  addDelivery(delivery: Omit<DeliveryTable, 'administration_id' | 'case_id'>): void {
    this.#deliveries.push({ ...this.#about(), ...delivery })
  }

  rate(rating: Omit<CaseRatingTable, 'administration_id' | 'case_id'>): void {
    this.#rating = { ...this.#about(), ...rating }
  }

  /** Stops the clocks of these steps, or all that run. */
  stopClocks(at: Date, steps?: readonly string[]): void {
    for (const clock of this.#clocks) {
      if (clock.stopped_at === null && (steps?.includes(clock.step) ?? true)) clock.stopped_at = at
    }
  }

  startClock(clock: ClockRow): void {
    this.#clocks.push({ ...clock })
  }

  /** As it stands at an instant: what is open and past its day is overdue. */
  finish(today: string, now: Date): LivedCase {
    for (const clock of this.#clocks) {
      if (clock.stopped_at === null && clock.due_on < today) clock.overdue_at = now
    }
    const dueOn = this.#row.due_on
    const isOpen = ['open', 'waiting'].includes(STATE_TYPE[this.#row.state])
    const overdue = isOpen && dueOn !== null && dueOn < today
    return {
      filing: this.#filing,
      row: { ...this.#row, overdue },
      events: this.#events,
      contents: this.#contents,
      answers: this.#answers,
      deliveries: this.#deliveries,
      rating: this.#rating,
      clocks: this.#clocks,
    }
  }

  #about() {
    return { administration_id: this.#row.administration_id, case_id: this.#row.case_id }
  }

  #step({ action, actor, at, reason, contents = [], details = {}, changes = {} }: PaperStep): void {
    const row = this.#row
    if (!leadsFrom(action, row.state, row.kind)) throw new Error(`no ${action} from ${row.state}`)
    const state = stateAfter(action, row.state)
    const event: LedgerEvent = {
      administrationId: row.administration_id,
      caseId: row.case_id,
      position: row.history_length + 1,
      event: transitionOf(action).event,
      happenedAt: at,
      actor: actor.as,
      accountId: actor.as === 'staff' ? actor.accountId : null,
      role: actor.as === 'staff' ? actor.role : null,
      fromState: row.state,
      toState: state,
      rule: `${row.regime_code}@${row.regime_version}`,
      reason: reason ?? null,
      details,
      commitments: contents.map(({ promise }) => promise),
    }
    const previousHash = row.history_head
    const hash = hashEvent(event, previousHash)
    this.#events.push({ ...event, previousHash, hash })
    this.#contents.push(...contents.map((content) => content.row))
    const ended = STATE_TYPE[state] === 'ended'
    const changesHands = changes.handler_id !== undefined && changes.handler_id !== row.handler_id
    this.#row = {
      ...row,
      ...(changesHands && { in_hand_since: changes.handler_id === null ? null : at }),
      ...(ended && { closed_at: row.closed_at ?? at, close_reason: reason ?? action }),
      ...(changes as Partial<LivedCase['row']>),
      state,
      history_length: event.position,
      history_head: hash,
    }
  }
}
