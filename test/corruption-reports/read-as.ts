import { getEpoch } from '../../src/corruption-reports/epoch-store.ts'
import { listReports } from '../../src/corruption-reports/report-store.ts'
import { requireSealed } from '../../src/corruption-reports/sealed-database.ts'
import { inSealedTransaction } from '../../src/corruption-reports/sealed-store.ts'
import { openReport, type OpenedReport } from '../../src/corruption-reports/sealing/index.ts'
import { listSlots } from '../../src/corruption-reports/slot-store.ts'
import type { System } from '../../src/system.ts'
import type { FoundMember } from './found-directory.ts'

/** Every report of the administration, as far as this member's keys open it. */
export function readAs(
  system: System,
  administrationId: string,
  { id, keys }: FoundMember,
): Promise<OpenedReport[]> {
  return inSealedTransaction(requireSealed(system), administrationId, async (tx) => {
    const opened: OpenedReport[] = []
    for (const report of await listReports(tx)) {
      const epoch = await getEpoch(tx, report, report.epoch)
      const only = { purpose: 'read' as const, epoch: report.epoch, memberId: id }
      const [slot] = await listSlots(tx, report, only)
      const sealed = {
        id: report.reportId,
        epoch: epoch.epoch,
        content: epoch.content,
        contentKey: epoch.contentPub,
        actionKey: epoch.actionPub,
        directory: epoch.directory,
      }
      const found = slot && openReport(sealed, slot.blob, { id, x: keys.x })
      if (found) opened.push(found)
    }
    return opened
  })
}
