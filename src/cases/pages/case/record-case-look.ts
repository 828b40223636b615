import { recordLook, type AuditDetails } from '../../../audit/index.ts'
import { whySeen } from '../../why-seen.ts'
import type { CaseRoom } from './room.ts'

/** Before what shows the case is sent: who looked at what of it, and by which task. */
export async function recordCaseLook(
  { system, viewer, item, now }: CaseRoom,
  what: 'case' | 'attachment',
  details: AuditDetails,
): Promise<void> {
  await recordLook(system.db, {
    at: now,
    accountId: viewer.staff.accountId,
    administrationId: item.administrationId,
    caseId: item.caseId,
    what,
    details: { ...details, why: whySeen(viewer, item) },
  })
}
