import type { System } from '../../system.ts'
import { Invalid, NotAllowed, NotFound, WrongState } from '../../platform/errors.ts'
import { CaseMoved } from '../case-moved.ts'
import { finishStep } from '../case-clocks.ts'
import { possibleHandlers } from '../possible-handlers.ts'
import { tellStaff } from '../tell.ts'
import { takeStaffStep, type StepContext } from './staff-step.ts'
import type { StaffRequest } from './take-step.ts'

export interface Assigned {
  assigned: number
  /** Moved meanwhile, without a suggestion, or not theirs to assign: they stay where they are. */
  left: number
}

/**
 * Confirms for many cases what the rules suggest: each to its unit and to the least loaded there, each in a
 * transaction of its own, so that one that somebody else moved meanwhile holds up no other.
 */
export async function assignAsSuggested(
  system: System,
  requests: readonly StaffRequest[],
  now: Date,
): Promise<Assigned> {
  let assigned = 0
  for (const request of requests) {
    if (await wasAssigned(system, request, now)) assigned += 1
  }
  return { assigned, left: requests.length - assigned }
}

const STAYS = [CaseMoved, Invalid, NotAllowed, NotFound, WrongState]

/** Among many cases: this one stays where it is, and the others go on. */
export function isLeftBehind(error: unknown): boolean {
  return STAYS.some((kind) => error instanceof kind)
}

async function wasAssigned(system: System, request: StaffRequest, now: Date): Promise<boolean> {
  try {
    await takeStaffStep(system, request, 'assign', now, toSuggestedUnit)
    return true
  } catch (error) {
    if (!isLeftBehind(error)) throw error
    return false
  }
}

async function toSuggestedUnit(context: StepContext) {
  const { tx, book, item, today } = context
  const { unitId } = item
  if (unitId === null) throw new Invalid([{ field: '/unit', code: 'required' }])
  const { accountId, heads } = await possibleHandlers(tx, book, item, unitId, today)
  if (accountId === null && heads.length === 0) {
    throw new Invalid([{ field: '/handler', code: 'no_head' }])
  }
  await finishStep(context, 'triage')
  const to = accountId === null ? { role: 'unit_head' as const, unitId } : { accountId }
  await tellStaff(context, 'case_assigned', to)
  return {
    changes: { desk: 'unit' as const, unit_id: unitId, handler_id: accountId },
    details: { unitId, handlerId: accountId },
  }
}
