import { getBookRulesById } from '../../administrations/index.ts'
import { recordChange } from '../../audit/index.ts'
import { getCalendar, type WorkingCalendar } from '../../deadlines/index.ts'
import { inTransaction, type Tx } from '../../platform/database/connection.ts'
import { localDate, type PlainDate } from '../../platform/dates.ts'
import { Invalid, NotAllowed, NotFound, WrongState } from '../../platform/errors.ts'
import { holdsWithin, type Staff } from '../../people/index.ts'
import type { System } from '../../system.ts'
import type { DataRequest, RequestRef } from '../data-request.ts'
import { isPossible } from '../request-policy.ts'
import { lockRequest, updateRequest } from '../request-store.ts'
import { insertStep } from '../request-step-store.ts'
import { transitionOf, type RequestAction } from '../request-states.ts'
import { tellPerson } from '../tell.ts'

export interface RequestStepTaken {
  ref: RequestRef
  /** Null: the person, whose secret the page has matched. */
  staff: Staff | null
  /** As the page showed it. */
  seen: number
  words?: string
}

export interface RequestContext {
  tx: Tx
  request: DataRequest
  calendar: WorkingCalendar
  timeZone: string
  today: PlainDate
  now: Date
}

const LONGEST = 5000

/** The one function that moves a request: held, compared with what was seen, asked of the policy, recorded, told. */
export async function takeRequestStep(
  system: System,
  { ref, staff, seen, words = '' }: RequestStepTaken,
  action: RequestAction,
  now: Date,
  change: (context: RequestContext) => Promise<Partial<DataRequest>> | Partial<DataRequest>,
): Promise<DataRequest> {
  const transition = transitionOf(action)
  const said = words.trim()
  const { administration } = await getBookRulesById(system, ref.administrationId, now)
  const { timeZone, calendarCode } = administration
  const calendar = await getCalendar(system.db, calendarCode)
  return inTransaction(system.db, async (tx) => {
    const request = await lockRequest(tx, ref)
    checkRequestStep(request, { ref, staff, seen }, action)
    checkWords(transition.words === 'required', said)
    const today = localDate(now, timeZone)
    const changes = await change({ tx, request, calendar, timeZone, today, now })
    const state = transition.to === 'same' ? request.state : transition.to
    const moved = { ...request, state, ...changes, version: request.version + 1 }
    await updateRequest(tx, moved)
    const accountId = staff?.accountId ?? null
    await insertStep(tx, request, { at: now, step: action, accountId, words: said || null })
    await recordChange(tx, {
      at: now,
      accountId,
      administrationId: request.administrationId,
      action: `data_request_${action}`,
      details: { request: request.requestNumber },
    })
    if (moved.state !== request.state || action === 'extend') {
      await tellPerson({ tx, system, request: moved, now })
    }
    return moved
  })
}

/** Refused unless whoever takes it may, and saw it as it stands. */
export function checkRequestStep(
  request: DataRequest | null,
  { staff, seen }: RequestStepTaken,
  action: RequestAction,
): DataRequest {
  if (request === null) throw new NotFound()
  if (!mayTake(staff, action, request)) throw new NotAllowed()
  if (request.version !== seen || !isPossible(action, request)) throw new WrongState()
  return request
}

function mayTake(staff: Staff | null, action: RequestAction, request: DataRequest): boolean {
  const { by } = transitionOf(action)
  if (staff === null) return by === 'person'
  return by !== 'person' && holdsWithin(staff, by, request.administrationId)
}

function checkWords(required: boolean, words: string): void {
  if (required && words === '') throw new Invalid([{ field: 'words', code: 'required' }])
  if (words.length > LONGEST) {
    throw new Invalid([{ field: 'words', code: 'too_long', values: { max: LONGEST } }])
  }
}
