import type { PlainDate } from '../platform/dates.ts'
import { placeIn, type Report } from './report-store.ts'
import type { SealedTx } from './sealed-store.ts'

declare module './sealed-tables.ts' {
  interface SealedTables {
    recovery_requests: {
      administration_id: string
      request_id: Uint8Array
      lost_id: string
      member_id: string
      by_account: string
      requested_on: PlainDate
      closed_on: PlainDate | null
    }
    recovery_shares: {
      administration_id: string
      request_id: Uint8Array
      report_id: Uint8Array
      epoch: number
      holder_id: string
      by_account: string
      share: Uint8Array
      day: PlainDate
    }
  }
}

/** A member asks for what the keys that were lost could open. */
export interface RecoveryRequest {
  requestId: Uint8Array
  lostId: string
  /** The new keys of the same person, to which holders seal their shares. */
  memberId: string
  byAccount: string
  requestedOn: PlainDate
}

export interface RecoveryShare {
  epoch: number
  holderId: string
  byAccount: string
  share: Uint8Array
  day: PlainDate
}

type Boxed = Pick<Report, 'reportId' | 'shredSlot'>

const placeOf = (report: Boxed, requestId: Uint8Array, epoch: number, holderId: string) =>
  placeIn(
    report.reportId,
    `recovery/${Buffer.from(requestId).toString('hex')}/${epoch}/${holderId}`,
  )

export async function insertRecoveryRequest(tx: SealedTx, request: RecoveryRequest): Promise<void> {
  await tx.rows
    .insertInto('recovery_requests')
    .values({
      administration_id: tx.administrationId,
      request_id: request.requestId,
      lost_id: request.lostId,
      member_id: request.memberId,
      by_account: request.byAccount,
      requested_on: request.requestedOn,
      closed_on: null,
    })
    .execute()
}

export async function listOpenRecoveries(tx: SealedTx): Promise<RecoveryRequest[]> {
  const rows = await tx.rows
    .selectFrom('recovery_requests')
    .selectAll()
    .where('administration_id', '=', tx.administrationId)
    .where('closed_on', 'is', null)
    .orderBy('requested_on')
    .orderBy('request_id')
    .execute()
  return rows.map((row) => ({
    requestId: row.request_id,
    lostId: row.lost_id,
    memberId: row.member_id,
    byAccount: row.by_account,
    requestedOn: row.requested_on,
  }))
}

export async function closeRecovery(
  tx: SealedTx,
  requestId: Uint8Array,
  on: PlainDate,
): Promise<void> {
  await tx.rows
    .updateTable('recovery_requests')
    .set({ closed_on: on })
    .where('administration_id', '=', tx.administrationId)
    .where('request_id', '=', requestId)
    .execute()
}

/** Once for each holder, report and epoch; again changes nothing. */
export async function insertRecoveryShare(
  tx: SealedTx,
  report: Boxed,
  requestId: Uint8Array,
  share: RecoveryShare,
): Promise<void> {
  const place = placeOf(report, requestId, share.epoch, share.holderId)
  await tx.rows
    .insertInto('recovery_shares')
    .values({
      administration_id: tx.administrationId,
      request_id: requestId,
      report_id: report.reportId,
      epoch: share.epoch,
      holder_id: share.holderId,
      by_account: share.byAccount,
      share: tx.ring.box(report.shredSlot, place, share.share),
      day: share.day,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function listRecoveryShares(
  tx: SealedTx,
  report: Boxed,
  requestId: Uint8Array,
): Promise<RecoveryShare[]> {
  const rows = await tx.rows
    .selectFrom('recovery_shares')
    .selectAll()
    .where('administration_id', '=', tx.administrationId)
    .where('request_id', '=', requestId)
    .where('report_id', '=', report.reportId)
    .orderBy('epoch')
    .orderBy('holder_id')
    .execute()
  return rows.map((row) => ({
    epoch: row.epoch,
    holderId: row.holder_id,
    byAccount: row.by_account,
    share: tx.ring.unbox(
      report.shredSlot,
      placeOf(report, requestId, row.epoch, row.holder_id),
      row.share,
    ),
    day: row.day,
  }))
}

/** The holders who gave their part, of whatever report. */
export async function listGivers(tx: SealedTx, requestId: Uint8Array): Promise<string[]> {
  const rows = await tx.rows
    .selectFrom('recovery_shares')
    .select('holder_id')
    .distinct()
    .where('administration_id', '=', tx.administrationId)
    .where('request_id', '=', requestId)
    .orderBy('holder_id')
    .execute()
  return rows.map((row) => row.holder_id)
}
