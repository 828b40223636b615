import type { System } from '../../system.ts'
import { Invalid } from '../../platform/errors.ts'
import { finishAllSteps } from '../case-clocks.ts'
import { findCase } from '../case-store.ts'
import type { CaseAction } from '../case-states.ts'
import { tellPerson } from '../tell.ts'
import { takeStaffStep, type PreparedStep, type StepContext } from './staff-step.ts'
import type { StaffRequest } from './take-step.ts'

/** The ways in which a case ends without an answer of ours; always with reasons that the person is told. */

export interface Transfer {
  body: string
  /** The number that the other body gave it, if it did. */
  number: string | null
  reason: string
}

/** Not ours: handed to a named receiver, whose own clock starts there. Never just closed. */
export async function transferCase(system: System, request: StaffRequest, to: Transfer, now: Date) {
  return endWithReasons(system, request, 'transfer', to.reason, now, () => ({
    changes: { outside_body: to.body, outside_number: to.number },
    details: { outsideNumber: to.number },
  }))
}

/** Another procedure is the right way; the person is told which. */
export async function redirectCase(
  system: System,
  request: StaffRequest,
  to: { procedure: string; reason: string },
  now: Date,
) {
  return endWithReasons(system, request, 'redirect', to.reason, now, () => ({
    reason: 'redirected',
    changes: { outside_body: to.procedure },
  }))
}

/** The same person about the same thing: it follows the oldest case, which is answered for all. */
export async function consolidateCase(
  system: System,
  request: StaffRequest,
  into: { caseNumber: string; reason: string },
  now: Date,
) {
  return endWithReasons(system, request, 'consolidate', into.reason, now, (context) =>
    linkTo(context, into.caseNumber, 'open'),
  )
}

/** Already answered before: archived, and the person is told where. */
export async function markDuplicate(
  system: System,
  request: StaffRequest,
  of: { caseNumber: string; reason: string },
  now: Date,
) {
  return endWithReasons(system, request, 'mark_duplicate', of.reason, now, async (context) => {
    return { ...(await linkTo(context, of.caseNumber, 'answered')), reason: 'duplicate' }
  })
}

export async function archiveCase(
  system: System,
  request: StaffRequest,
  reason: string,
  now: Date,
) {
  return endWithReasons(system, request, 'archive', reason, now, () => ({ reason: 'archived' }))
}

/** The person's own term ran out unused; a member of the staff confirms it, and it may be filed again. */
export async function confirmExpiry(system: System, request: StaffRequest, now: Date) {
  return takeStaffStep(system, request, 'expire', now, async (context) => {
    await finishAllSteps(context)
    await tellPerson(context, 'case_archived')
    return { reason: 'not_corrected', changes: { clock_suspended: false } }
  })
}

async function endWithReasons(
  system: System,
  request: StaffRequest,
  action: CaseAction,
  reason: string,
  now: Date,
  prepare: (context: StepContext) => Promise<PreparedStep> | PreparedStep,
) {
  return takeStaffStep(system, request, action, now, async (context) => {
    const step = await prepare(context)
    await finishAllSteps(context)
    await tellPerson(context, action === 'transfer' ? 'case_transferred' : 'case_archived')
    return { ...step, contents: [context.write('reason', reason)] }
  })
}

async function linkTo({ tx, item }: StepContext, caseNumber: string, wanted: 'open' | 'answered') {
  const other = await findCase(tx, { administrationId: item.administrationId, caseNumber })
  if (!other || other.caseId === item.caseId)
    throw new Invalid([{ field: '/caseNumber', code: 'unknown' }])
  const fits = wanted === 'open' ? other.isOpen : other.notifiedAt !== null
  if (!fits)
    throw new Invalid([
      { field: '/caseNumber', code: wanted === 'open' ? 'not_open' : 'not_answered' },
    ])
  if (wanted === 'open' && other.registeredAt > item.registeredAt) {
    throw new Invalid([{ field: '/caseNumber', code: 'not_older' }])
  }
  return { changes: { linked_case_id: other.caseId }, details: { linkedCaseId: other.caseId } }
}
