import { Invalid, NotAllowed, NotFound, WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import {
  decideIdentityRequest,
  insertIdentityRelease,
  listIdentityReleases,
  lockIdentityRequest,
} from '../../identity-store.ts'
import { findDirectory } from '../../known-directory.ts'
import { listMemberKeys } from '../../member-key-store.ts'
import type { Office } from '../../office.ts'
import { readCourse, recordAct } from '../../officers/record-act.ts'
import { lockReport } from '../../report-store.ts'
import { requireSealed } from '../../sealed-database.ts'
import { inSealedTransaction } from '../../sealed-store.ts'
import { decisionOf } from '../release-rules.ts'

export interface CustodianDecision {
  request: Uint8Array
  custodian: string
  /** The custodian's share, sealed anew to whoever asked; null refuses. */
  share: Uint8Array | null
}

/** Each custodian decides once and alone; only together do they release anything. */
export async function decideRequest(
  system: System,
  office: Office,
  accountId: string,
  { request: requestId, custodian, share }: CustodianDecision,
): Promise<void> {
  await inSealedTransaction(requireSealed(system), office.administrationId, async (tx) => {
    const request = await lockIdentityRequest(tx, requestId)
    const report = await lockReport(tx, request.reportId)
    const own = await listMemberKeys(tx, accountId)
    const isOwn = own.some(({ memberId, role }) => memberId === custodian && role === 'custodian')
    if (!isOwn) throw new NotFound()
    // whoever asks never decides, also with another of their roles
    if (request.byAccount === accountId) throw new NotAllowed()
    if (request.state !== 'open') throw new WrongState()
    const { identityRelease } = office.rules
    if (!identityRelease.allowed) throw new Invalid([{ field: '/share', code: 'invalid' }])
    const decided = { custodianId: custodian, byAccount: accountId, share, day: office.day }
    if (!(await insertIdentityRelease(tx, report, requestId, decided))) throw new WrongState()

    const known = await findDirectory(tx)
    const custodians = known?.directory.members.filter(({ role }) => role === 'custodian') ?? []
    const releases = await listIdentityReleases(tx, report, requestId)
    const decision = decisionOf(releases, custodians.length, identityRelease.custodiansNeeded)
    if (decision === 'open') return
    await decideIdentityRequest(tx, requestId, { state: decision, on: office.day })
    const code = decision === 'released' ? 'release_identity' : 'refuse_identity'
    const act = { code, byAccount: null, body: {}, signature: null } as const
    await recordAct(tx, report, await readCourse(tx, report), act, office)
  })
}
