import { Invalid, NotFound, WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { decideIdentityRequest, insertIdentityRequest } from '../../identity-store.ts'
import { listMemberKeys } from '../../member-key-store.ts'
import type { Office } from '../../office.ts'
import { readCourse, recordAct } from '../../officers/record-act.ts'
import { refusalOf } from '../../officers/report-rules.ts'
import { requireReader } from '../../officers/signed-act.ts'
import { lockReport } from '../../report-store.ts'
import { requireSealed } from '../../sealed-database.ts'
import { inSealedTransaction } from '../../sealed-store.ts'
import { bind } from '../../sealing/index.ts'

export interface IdentityAsked {
  id: Uint8Array
  seq: number
  request: Uint8Array
  /** The member to whom the shares would be sealed; one of whoever asks. */
  requester: string
  /** Sealed to the custodians and to whoever asks. */
  reason: Uint8Array
  signature: Uint8Array
}

/**
 * A reader asks, in writing, to know who reported. Where the rules forbid it, nothing reaches a
 * custodian: what is recorded is the request and that it was refused.
 */
export async function requestIdentity(
  system: System,
  office: Office,
  accountId: string,
  { id, seq, request, requester, reason, signature }: IdentityAsked,
): Promise<'asked' | 'refused'> {
  return inSealedTransaction(requireSealed(system), office.administrationId, async (tx) => {
    const report = await lockReport(tx, id)
    const course = await readCourse(tx, report)
    const body = bind(request, requester, reason)
    await requireReader(tx, report, { seq, action: 'request_identity', body }, signature)
    if (seq !== course.lastSeq + 1) throw new WrongState()
    if (refusalOf('request_identity', 'reader', course, office.rules, office.day)) {
      throw new Invalid([{ field: '/act', code: 'not_from_here' }])
    }
    const own = await listMemberKeys(tx, accountId)
    if (!own.some(({ memberId }) => memberId === requester)) throw new NotFound()
    await insertIdentityRequest(tx, report, {
      requestId: request,
      requesterId: requester,
      byAccount: accountId,
      ground: office.rules.identityRelease.source,
      reason,
      requestedOn: office.day,
    })
    const asked = { code: 'request_identity', byAccount: accountId, body: {}, signature } as const
    await recordAct(tx, report, course, asked, office)
    if (office.rules.identityRelease.allowed) return 'asked'
    await decideIdentityRequest(tx, request, { state: 'refused', on: office.day })
    const refused = { code: 'refuse_identity', byAccount: null, body: {}, signature: null } as const
    await recordAct(tx, report, await readCourse(tx, report), refused, office)
    return 'refused'
  })
}
