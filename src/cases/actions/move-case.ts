import type { Tx } from '../../platform/database/connection.ts'
import { WrongState } from '../../platform/errors.ts'
import { appendEvent, type EventCommitment, type Json } from '../../ledger/index.ts'
import { updateCase, type CaseChanges, type LockedCase } from '../case-store.ts'
import {
  leadsFrom,
  opensFirst,
  stateAfter,
  STATE_TYPE,
  transitionOf,
  type CaseAction,
} from '../case-states.ts'
import { insertContents, type NewContent } from '../content-store.ts'

/** Who takes a step: the person of the case, somebody of the staff in a role, or the system itself. */
export type Actor =
  { as: 'person' } | { as: 'staff'; accountId: string; role: string } | { as: 'system' }

export interface Step {
  action: CaseAction
  actor: Actor
  now: Date
  /** A code of the domain; words go into contents. */
  reason?: string
  contents?: readonly NewContent[]
  /** Promises about what is stored elsewhere, such as files. */
  promises?: readonly EventCommitment[]
  /** Ids, dates and codes for the history. */
  details?: { readonly [key: string]: Json }
  changes?: CaseChanges
}

/**
 * The one function that writes a case's state: checks the table, stores the contents, adds the step to
 * the history and changes the row. The caller holds the case's lock and has asked the policy.
 */
export async function moveCase(tx: Tx, item: LockedCase, step: Step): Promise<LockedCase> {
  const opened = opensFirst(step.action, item.state)
    ? await takeStep(tx, item, { action: 'open', actor: step.actor, now: step.now })
    : item
  return takeStep(tx, opened, step)
}

async function takeStep(tx: Tx, item: LockedCase, step: Step): Promise<LockedCase> {
  if (!leadsFrom(step.action, item.state, item.kind)) throw new WrongState()
  const contents = step.contents ?? []
  await insertContents(tx, contents)

  const state = stateAfter(step.action, item.state)
  const position = item.historyLength + 1
  const historyHead = await appendEvent(
    tx,
    {
      administrationId: item.administrationId,
      caseId: item.caseId,
      position,
      event: transitionOf(step.action).event,
      happenedAt: step.now,
      actor: step.actor.as,
      accountId: step.actor.as === 'staff' ? step.actor.accountId : null,
      role: step.actor.as === 'staff' ? step.actor.role : null,
      fromState: item.state,
      toState: state,
      rule: `${item.regimeCode}@${item.regimeVersion}`,
      reason: step.reason ?? null,
      details: step.details ?? {},
      commitments: [...contents.map(({ promise }) => promise), ...(step.promises ?? [])],
    },
    item.historyHead,
  )

  const changes = {
    ...endedChanges(item, state, step),
    ...changedHands(item, step),
    ...step.changes,
  }
  await updateCase(tx, item, {
    ...changes,
    state,
    history_length: position,
    history_head: historyHead,
  })
  return { ...item, ...movedFields(changes), state, historyLength: position, historyHead }
}

/** A case that ends is closed at that moment, for that reason; one that goes on again is not. */
function endedChanges(item: LockedCase, state: LockedCase['state'], step: Step): CaseChanges {
  if (STATE_TYPE[state] === 'ended') {
    // what is noted later changes neither when it ended nor why
    if (state === item.state && item.closedAt) return {}
    return { closed_at: item.closedAt ?? step.now, close_reason: step.reason ?? step.action }
  }
  return item.closedAt ? { closed_at: null, close_reason: null } : {}
}

/** Whoever has it in hand now has had it since this step. */
function changedHands({ handlerId }: LockedCase, { changes, now }: Step): CaseChanges {
  const next = changes?.handler_id
  if (next === undefined || next === handlerId) return {}
  return { in_hand_since: next === null ? null : now }
}

function movedFields(changes: CaseChanges): Partial<LockedCase> {
  return {
    ...(changes.kind !== undefined && { kind: changes.kind }),
    ...(changes.centre_id !== undefined && { centreId: changes.centre_id }),
    ...(changes.desk !== undefined && { desk: changes.desk }),
    ...(changes.service_id !== undefined && { serviceId: changes.service_id }),
    ...(changes.unit_id !== undefined && { unitId: changes.unit_id }),
    ...(changes.handler_id !== undefined && { handlerId: changes.handler_id }),
    ...(changes.due_on !== undefined && { dueOn: changes.due_on }),
    ...(changes.restricted !== undefined && { restricted: changes.restricted }),
    ...(changes.named_officials !== undefined && { namedOfficials: changes.named_officials }),
    ...(changes.closed_at !== undefined && { closedAt: changes.closed_at }),
  }
}
