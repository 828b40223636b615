import type { System } from '../../../system.ts'
import { listDirectoryEntries } from '../../directory-store.ts'
import {
  listIdentityReleases,
  listIdentityRequests,
  type IdentityRequest,
} from '../../identity-store.ts'
import { listMemberKeys, type MemberKey } from '../../member-key-store.ts'
import type { Office } from '../../office.ts'
import { getReport } from '../../report-store.ts'
import { requireSealed } from '../../sealed-database.ts'
import { inSealedTransaction } from '../../sealed-store.ts'
import { listSlots } from '../../slot-store.ts'

export interface RequestForCustodian extends IdentityRequest {
  custodian: string
  /** The custodian's own share of the identity's key, as the reporter sealed it. */
  box: Uint8Array
  /** Null while this custodian has not decided. */
  own: 'given' | 'refused' | null
}

export interface CustodianDesk {
  directory: string[]
  keys: MemberKey[]
  requests: RequestForCustodian[]
}

/** What waits for a custodian; of the report itself nothing but the box of their share. */
export async function listRequests(
  system: System,
  office: Office,
  accountId: string,
): Promise<CustodianDesk> {
  return inSealedTransaction(requireSealed(system), office.administrationId, async (tx) => {
    const all = await listMemberKeys(tx, accountId)
    const keys = all.filter(({ role }) => role === 'custodian')
    const requests: RequestForCustodian[] = []
    for (const request of await listIdentityRequests(tx, { state: 'open' })) {
      if (request.byAccount === accountId) continue
      const report = await getReport(tx, request.reportId)
      const releases = await listIdentityReleases(tx, report, request.requestId)
      for (const { memberId } of keys) {
        const [slot] = await listSlots(tx, report, { purpose: 'identity', memberId })
        const decided = releases.find(({ custodianId }) => custodianId === memberId)
        const own = decided ? (decided.share ? 'given' : 'refused') : null
        if (slot) requests.push({ ...request, custodian: memberId, box: slot.blob, own })
      }
    }
    const entries = await listDirectoryEntries(tx)
    return { directory: entries.map(({ entry }) => entry), keys, requests }
  })
}
