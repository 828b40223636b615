import { randomUUID } from 'node:crypto'
import type { System } from '../../system.ts'
import { inTransaction, type Tx } from '../../platform/database/connection.ts'
import { localDate } from '../../platform/dates.ts'
import { WrongState } from '../../platform/errors.ts'
import { getBookRulesById } from '../../administrations/index.ts'
import { findApprovedAnswer } from '../answer-store.ts'
import type { Case } from '../case.ts'
import { getCaseById, lockCase, type LockedCase } from '../case-store.ts'
import type { DeliveryMethod } from '../case-tables.ts'
import {
  findPendingDelivery,
  insertDelivery,
  settleDelivery,
  type Delivery,
} from '../delivery-store.ts'
import { findPerson } from '../person-store.ts'
import { tellPerson, tellStaff, type Telling } from '../tell.ts'
import { handOver, type HandOver } from './hand-over.ts'
import { moveCase } from './move-case.ts'
import { takeStaffStep, type PreparedStep, type StepContext } from './staff-step.ts'
import type { StaffRequest } from './take-step.ts'

const METHOD = {
  email: 'email',
  sms: 'sms',
  post: 'post',
  pickup: 'pickup',
  none: 'tracking_page',
} as const

/**
 * Starts the way that the person chose: e-mail and texts go out by themselves, post and pick-up wait for somebody's
 * record. Who chose nothing else has the answer at once where the case is followed; the others once it was
 * handed over, or when that failed.
 */
export async function startDelivery(
  context: StepContext,
  answerId: string,
): Promise<Pick<PreparedStep, 'followedBy'>> {
  const { tx, item, now } = context
  const method = METHOD[item.answerBy]
  const { deliveryId } = await pend(tx, item, answerId, method, now)
  if (method === 'email') await tellPerson(context, 'answer_delivered', { deliveryId })
  if (method === 'sms' && context.system.texts) {
    await tellPerson(context, 'answer_ready', { deliveryId })
  }
  if (method !== 'tracking_page') return {}
  await settleDelivery(tx, item.administrationId, deliveryId, {
    state: 'delivered',
    proof: 'tracking_page',
    now,
  })
  return {
    followedBy: (issued: LockedCase) => deliveredBySystem({ ...context, item: issued }, deliveryId),
  }
}

async function deliveredBySystem(
  context: HandOver & { item: LockedCase },
  deliveryId: string,
): Promise<LockedCase> {
  const { tx, item, now } = context
  await handOver(context)
  return moveCase(tx, item, {
    action: 'deliver',
    actor: { as: 'system' },
    now,
    details: { deliveryId },
    changes: { notified_at: now },
  })
}

async function pend(
  tx: Tx,
  item: Case,
  answerId: string,
  method: DeliveryMethod,
  now: Date,
): Promise<Delivery> {
  const delivery: Delivery = {
    deliveryId: randomUUID(),
    caseId: item.caseId,
    answerId,
    method,
    state: 'pending',
    startedAt: now,
    settledAt: null,
    proof: null,
    failure: null,
    recordedBy: null,
  }
  await insertDelivery(tx, item.administrationId, delivery)
  return delivery
}

export interface DeliveryResult {
  administrationId: string
  caseId: string
  deliveryId: string
  /** What the receiving server said; without it, it failed. */
  proof: string | null
  failure: string | null
}

/** What became of an answer that went out by itself. Safe to be told twice. */
export async function settleAutomaticDelivery(
  system: System,
  result: DeliveryResult,
  now: Date,
): Promise<void> {
  const { administrationId } = result
  const { caseNumber } = await getCaseById(system.db, administrationId, result.caseId)
  const book = await getBookRulesById(system, administrationId, now)
  const today = localDate(now, book.administration.timeZone)
  await inTransaction(system.db, async (tx) => {
    const item = await lockCase(tx, { administrationId, caseNumber })
    const delivered = result.failure === null
    const settled = await settleDelivery(tx, item.administrationId, result.deliveryId, {
      state: delivered ? 'delivered' : 'failed',
      proof: result.proof,
      failure: result.failure,
      now,
    })
    if (!settled || item.state !== 'response_issued') return
    if (delivered) {
      await deliveredBySystem({ tx, system, item, book, today, now }, result.deliveryId)
      return
    }
    await fallBack({ tx, system, item, book, today, now })
    await moveCase(tx, item, {
      action: 'delivery_failed',
      actor: { as: 'system' },
      now,
      details: { deliveryId: result.deliveryId },
      ...(result.failure !== null && { reason: result.failure }),
    })
  })
}

/** By post where there is an address, else to be picked up; in both cases somebody has to do it. */
async function fallBack(context: Telling): Promise<void> {
  const { tx, item, now } = context
  const answer = await findApprovedAnswer(tx, item.administrationId, item.caseId)
  if (!answer) throw new WrongState()
  const person = await findPerson(tx, item.administrationId, item.caseId)
  await pend(tx, item, answer.answerId, person?.address ? 'post' : 'pickup', now)
  await tellStaff(context, 'delivery_failed', { role: 'claims_manager' })
}

export interface DeliveryRecord {
  result: 'delivered' | 'failed'
  method: 'post' | 'pickup' | 'sms' | 'email'
  /** The carrier's number, who received it, or why it failed. */
  proof: string
}

/** Post, pick-up and calls leave a proof that somebody writes down. */
export async function recordDelivery(
  system: System,
  request: StaffRequest,
  record: DeliveryRecord,
  now: Date,
) {
  const action = record.result === 'delivered' ? 'deliver' : 'delivery_failed'
  return takeStaffStep(system, request, action, now, async (context) => {
    const { tx, item, accountId } = context
    const answer = await findApprovedAnswer(tx, item.administrationId, item.caseId)
    if (!answer) throw new WrongState()
    const pending = await findPendingDelivery(tx, item.administrationId, item.caseId)
    const delivery = pending ?? (await pend(tx, item, answer.answerId, record.method, now))
    await settleDelivery(tx, item.administrationId, delivery.deliveryId, {
      state: record.result,
      ...(record.result === 'failed' && { failure: 'recorded_by_hand' }),
      recordedBy: accountId,
      method: record.method,
      now,
    })
    if (record.result === 'failed') await pend(tx, item, answer.answerId, record.method, now)
    if (record.result === 'delivered') await handOver(context)
    return {
      contents: [context.write('proof', record.proof)],
      details: { deliveryId: delivery.deliveryId, method: record.method },
      ...(record.result === 'delivered' && { changes: { notified_at: now } }),
    }
  })
}
