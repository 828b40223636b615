import type { System } from '../../system.ts'
import { takeStaffStep } from './staff-step.ts'
import type { StaffRequest } from './take-step.ts'

/** Only the responsible, and whoever has it in hand, see it from now on. */
export async function restrictCase(
  system: System,
  request: StaffRequest,
  reason: string,
  now: Date,
) {
  return takeStaffStep(system, request, 'restrict', now, (context) => ({
    contents: reason ? [context.write('reason', reason)] : [],
    changes: { restricted: 'by_hand' },
  }))
}

/** A person read it and found nothing that others may not see. */
export async function unrestrictCase(
  system: System,
  request: StaffRequest,
  reason: string,
  now: Date,
) {
  return takeStaffStep(system, request, 'unrestrict', now, (context) => ({
    contents: [context.write('reason', reason)],
    changes: { restricted: null },
    details: { wasRestricted: context.item.restricted },
  }))
}
