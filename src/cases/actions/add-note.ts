import type { System } from '../../system.ts'
import { takeStaffStep } from './staff-step.ts'
import type { StaffRequest } from './take-step.ts'

/** For colleagues only: it never reaches the person, whatever becomes of the case. */
export async function addNote(system: System, request: StaffRequest, note: string, now: Date) {
  return takeStaffStep(system, request, 'note', now, (context) => ({
    contents: [context.write('note', note)],
  }))
}
