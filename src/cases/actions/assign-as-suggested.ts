import type { System } from '../../system.ts'
import { Invalid } from '../../platform/errors.ts'
import { finishStep } from '../case-clocks.ts'
import { possibleHandlers } from '../possible-handlers.ts'
import { tellStaff } from '../tell.ts'
import { takeStaffStep, type StepContext } from './staff-step.ts'
import type { StaffRequest } from './take-step.ts'

/** Confirms what the rules suggest: to its unit, and to the least loaded there. */
export async function assignAsSuggested(system: System, request: StaffRequest, now: Date) {
  return takeStaffStep(system, request, 'assign', now, toSuggestedUnit)
}

async function toSuggestedUnit(context: StepContext) {
  const { tx, book, item, today } = context
  const { unitId } = item
  if (unitId === null) throw new Invalid([{ field: '/unit', code: 'none_suggested' }])
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
