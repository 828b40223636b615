import type { System } from '../../system.ts'
import { takeStaffStep } from './staff-step.ts'
import type { StaffRequest } from './take-step.ts'

/** From now on the person sees the sealed door where they follow the case; the history keeps a note. */
export async function offerDoor(system: System, request: StaffRequest, note: string, now: Date) {
  return takeStaffStep(system, request, 'offer_door', now, (context) => ({
    contents: [context.write('note', note)],
    changes: { door_offered: true },
  }))
}
