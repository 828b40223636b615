import type { System } from '../../system.ts'
import { Invalid } from '../../platform/errors.ts'
import { finishStep } from '../case-clocks.ts'
import { mayHandle, possibleHandlers } from '../possible-handlers.ts'
import { accountsNamed, tellStaff } from '../tell.ts'
import { takeStaffStep, type StepContext } from './staff-step.ts'
import type { StaffRequest } from './take-step.ts'

export interface Assignment {
  unitId: string
  /** Somebody of the unit; without one, the unit takes it from its desk. */
  handlerId: string | null
  priority?: 0 | 1 | 2
  /** For colleagues: why it changes hands. */
  reason?: string
  /** One of many that go the same way: whoever gives them tells of all at once. */
  toldTogether?: true
}

/** Gives a case in triage to the unit that owns the matter, and to somebody in it if named. */
export async function assignCase(system: System, request: StaffRequest, to: Assignment, now: Date) {
  return takeStaffStep(system, request, 'assign', now, async (context) => {
    await checkAssignment(context, to)
    await finishStep(context, 'triage')
    await tellHandlers(context, to)
    return { changes: placed(to), details: { unitId: to.unitId, handlerId: to.handlerId } }
  })
}

/** Gives a case in hand to somebody else, in the same unit or in another. */
export async function reassignCase(
  system: System,
  request: StaffRequest,
  to: Assignment,
  now: Date,
) {
  return takeStaffStep(system, request, 'reassign', now, async (context) => {
    await checkAssignment(context, to)
    if (!to.toldTogether) await tellHandlers(context, to)
    return {
      contents: to.reason ? [context.write('reason', to.reason)] : [],
      changes: placed(to),
      details: {
        unitId: to.unitId,
        handlerId: to.handlerId,
        fromHandlerId: context.item.handlerId,
      },
    }
  })
}

function placed({ unitId, handlerId, priority }: Assignment) {
  return {
    desk: 'unit' as const,
    unit_id: unitId,
    handler_id: handlerId,
    ...(priority !== undefined && { priority }),
  }
}

/** Only somebody who may have it, and never a unit whose head the case names without somebody in it. */
async function checkAssignment({ tx, item, book, today }: StepContext, to: Assignment) {
  const { unitId, handlerId } = to
  if (!book.units.some((unit) => unit.unitId === unitId)) {
    throw new Invalid([{ field: '/unit', code: 'unknown' }])
  }
  const people = await possibleHandlers(tx, book, item, unitId, today)
  if (handlerId === null) {
    if (people.heads.length === 0) throw new Invalid([{ field: '/handler', code: 'no_head' }])
    return
  }
  if (accountsNamed(item, book).includes(handlerId)) {
    throw new Invalid([{ field: '/handler', code: 'named_in_case' }])
  }
  if (!mayHandle(people, handlerId)) {
    throw new Invalid([{ field: '/handler', code: 'not_of_the_unit' }])
  }
}

async function tellHandlers(context: StepContext, { unitId, handlerId }: Assignment) {
  const to = handlerId === null ? { role: 'unit_head' as const, unitId } : { accountId: handlerId }
  await tellStaff(context, 'case_assigned', to)
}
