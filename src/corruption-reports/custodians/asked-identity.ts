import {
  listIdentityReleases,
  listIdentityRequests,
  type IdentityRequest,
} from '../identity-store.ts'
import { getOwnBoxes, type Report } from '../report-store.ts'
import type { SealedTx } from '../sealed-store.ts'

/** A request as whoever made it sees it; the box and the shares come only once it was released. */
export interface AskedIdentity extends IdentityRequest {
  released: { box: Uint8Array; shares: { custodian: string; share: Uint8Array }[] } | null
}

export async function listAsked(
  tx: SealedTx,
  report: Report,
  accountId: string,
): Promise<AskedIdentity[]> {
  const requests = await listIdentityRequests(tx, { reportId: report.reportId })
  const asked: AskedIdentity[] = []
  for (const request of requests.filter(({ byAccount }) => byAccount === accountId)) {
    const released = request.state === 'released' ? await readReleased(tx, report, request) : null
    asked.push({ ...request, released })
  }
  return asked
}

async function readReleased(tx: SealedTx, report: Report, { requestId }: IdentityRequest) {
  const { identity } = await getOwnBoxes(tx, report)
  const releases = await listIdentityReleases(tx, report, requestId)
  const shares = releases.flatMap(({ custodianId, share }) =>
    share ? [{ custodian: custodianId, share }] : [],
  )
  return { box: identity, shares }
}
