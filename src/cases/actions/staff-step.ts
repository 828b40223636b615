import type { System } from '../../system.ts'
import { inTransaction, rehearsed, type Tx } from '../../platform/database/connection.ts'
import { localDate } from '../../platform/dates.ts'
import { getRegimeVersion } from '../../regimes/index.ts'
import { getBookRulesById, type BookRules } from '../../administrations/index.ts'
import { listClocks } from '../../deadlines/index.ts'
import { listEvents } from '../../ledger/index.ts'
import type { RegimeFile } from '../../regimes/index.ts'
import { findSubmittedAnswer, type Answer } from '../answer-store.ts'
import { draftInHand } from '../draft-in-hand.ts'
import type { LockedCase } from '../case-store.ts'
import type { CaseAction } from '../case-states.ts'
import type { ContentKind } from '../case-tables.ts'
import { newContent, type NewContent } from '../content-store.ts'
import type { StepRules } from '../case-policy.ts'
import { stepFacts, stepRules } from '../step-rules.ts'
import { moveCase, type Step } from './move-case.ts'
import { lockForStaff, staffActor, type StaffRequest } from './take-step.ts'

/** What a step has at hand while it prepares what it changes. */
export interface StepContext {
  tx: Tx
  system: System
  item: LockedCase
  /** The organisation as it is today, under the regime that the case was filed under. */
  book: BookRules
  regime: RegimeFile
  rules: StepRules
  /** The day where the administration is. */
  today: string
  now: Date
  accountId: string
  /** The draft that waits for approval. */
  submitted: Answer | null
  /** A text of this step, with the promise that the history keeps about it. */
  write(kind: ContentKind, body: string): NewContent
}

/** Done in the transaction of a step, and undone with it. */
export type Alongside = (context: StepContext) => Promise<void>

export type PreparedStep = Omit<Step, 'action' | 'actor' | 'now'> & {
  /** What follows from the step at once, in the same transaction. */
  followedBy?: (moved: LockedCase) => Promise<LockedCase>
}

/**
 * A step of somebody of the staff, whole: one transaction in which the case is found within what the
 * person may see, held, checked against what they last saw and against the policy, and moved.
 */
export async function takeStaffStep(
  system: System,
  request: StaffRequest,
  action: CaseAction,
  now: Date,
  prepare: (context: StepContext) => Promise<PreparedStep> | PreparedStep,
): Promise<LockedCase> {
  const { accountId } = request.viewer.staff
  const current = await getBookRulesById(system, request.ref.administrationId, now)
  const today = localDate(now, current.administration.timeZone)
  const within = request.rehearsal ? rehearsed : inTransaction
  return within(system.db, async (tx) => {
    const item = await lockForStaff(tx, request)
    const regime = await getRegimeVersion(tx, item.regimeCode, item.regimeVersion)
    const submitted = await findSubmittedAnswer(tx, item.administrationId, item.caseId)
    const book = { ...current, regime, regimeVersion: item.regimeVersion }
    const rules = await rulesForCase(tx, item, book, today)
    const draft = submitted && (await draftInHand(tx, submitted, today))
    const actor = staffActor(request.viewer, action, item, rules, draft)
    const about = { administrationId: item.administrationId, caseId: item.caseId, accountId, now }
    const write = (kind: ContentKind, body: string) => newContent(about, kind, body)
    const context = {
      tx,
      system,
      item,
      book,
      regime,
      rules,
      today,
      now,
      accountId,
      submitted,
      write,
    }
    const { followedBy, ...step } = await prepare(context)
    for (const also of request.alongside ?? []) await also(context)
    const details = { ...step.details, ...bulkDetails(request) }
    const moved = await moveCase(tx, item, { ...step, details, action, actor, now })
    return followedBy ? followedBy(moved) : moved
  })
}

function bulkDetails({ together }: StaffRequest) {
  return together ? { bulkId: together.bulkId, bulkSize: together.size } : {}
}

async function rulesForCase(tx: Tx, item: LockedCase, book: BookRules, today: string) {
  const events = await listEvents(tx, item.administrationId, item.caseId)
  const facts = stepFacts(item, events, await listClocks(tx, item), book, today)
  return stepRules(book.regime, item.kind, today, facts)
}
