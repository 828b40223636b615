import type { Selectable } from 'kysely'
import { NotFound } from '../platform/errors.ts'
import type { PlainDate } from '../platform/dates.ts'
import { placeIn, type Report } from './report-store.ts'
import type { SealedTx } from './sealed-store.ts'

declare module './sealed-tables.ts' {
  interface SealedTables {
    identity_requests: IdentityRequestTable
    identity_releases: {
      administration_id: string
      request_id: Uint8Array
      custodian_id: string
      by_account: string
      released: boolean
      share: Uint8Array | null
      day: PlainDate
    }
  }
}

type RequestState = 'open' | 'released' | 'refused'

interface IdentityRequestTable {
  administration_id: string
  request_id: Uint8Array
  report_id: Uint8Array
  requester_id: string
  by_account: string
  ground: string
  reason: Uint8Array
  requested_on: PlainDate
  state: RequestState
  decided_on: PlainDate | null
}

export interface IdentityRequest {
  requestId: Uint8Array
  reportId: Uint8Array
  /** The member to whom custodians seal their shares. */
  requesterId: string
  byAccount: string
  ground: string
  /** Sealed to the custodians by the requester's browser. */
  reason: Uint8Array
  requestedOn: PlainDate
  state: RequestState
  decidedOn: PlainDate | null
}

type Boxed = Pick<Report, 'reportId' | 'shredSlot'>

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const reasonPlace = ({ reportId }: Boxed, requestId: Uint8Array) =>
  placeIn(reportId, `request/${hex(requestId)}`)
const sharePlace = ({ reportId }: Boxed, requestId: Uint8Array, custodianId: string) =>
  placeIn(reportId, `release/${hex(requestId)}/${custodianId}`)

export async function insertIdentityRequest(
  tx: SealedTx,
  report: Boxed,
  request: Omit<IdentityRequest, 'state' | 'decidedOn' | 'reportId'>,
): Promise<void> {
  const place = reasonPlace(report, request.requestId)
  await tx.rows
    .insertInto('identity_requests')
    .values({
      administration_id: tx.administrationId,
      request_id: request.requestId,
      report_id: report.reportId,
      requester_id: request.requesterId,
      by_account: request.byAccount,
      ground: request.ground,
      reason: tx.ring.box(report.shredSlot, place, request.reason),
      requested_on: request.requestedOn,
      state: 'open',
      decided_on: null,
    })
    .execute()
}

/** Held until the transaction ends: two custodians who decide together are counted one after the other. */
export async function lockIdentityRequest(
  tx: SealedTx,
  requestId: Uint8Array,
): Promise<IdentityRequest> {
  const row = await requests(tx)
    .where('request_id', '=', requestId)
    .forUpdate('identity_requests')
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return requestFromRow(tx, row)
}

export async function listIdentityRequests(
  tx: SealedTx,
  only: { reportId?: Uint8Array; state?: RequestState } = {},
): Promise<IdentityRequest[]> {
  let query = requests(tx)
  if (only.reportId) query = query.where('identity_requests.report_id', '=', only.reportId)
  if (only.state) query = query.where('identity_requests.state', '=', only.state)
  const rows = await query.orderBy('requested_on').orderBy('request_id').execute()
  return rows.map((row) => requestFromRow(tx, row))
}

export async function decideIdentityRequest(
  tx: SealedTx,
  requestId: Uint8Array,
  decision: { state: 'released' | 'refused'; on: PlainDate },
): Promise<void> {
  await tx.rows
    .updateTable('identity_requests')
    .set({ state: decision.state, decided_on: decision.on })
    .where('administration_id', '=', tx.administrationId)
    .where('request_id', '=', requestId)
    .execute()
}

function requests(tx: SealedTx) {
  return tx.rows
    .selectFrom('identity_requests')
    .innerJoin('reports', (join) =>
      join
        .onRef('reports.administration_id', '=', 'identity_requests.administration_id')
        .onRef('reports.report_id', '=', 'identity_requests.report_id'),
    )
    .selectAll('identity_requests')
    .select('reports.shred_slot')
    .where('identity_requests.administration_id', '=', tx.administrationId)
}

function requestFromRow(
  tx: SealedTx,
  row: Selectable<IdentityRequestTable> & { shred_slot: number },
): IdentityRequest {
  const place = reasonPlace({ reportId: row.report_id, shredSlot: row.shred_slot }, row.request_id)
  return {
    requestId: row.request_id,
    reportId: row.report_id,
    requesterId: row.requester_id,
    byAccount: row.by_account,
    ground: row.ground,
    reason: tx.ring.unbox(row.shred_slot, place, row.reason),
    requestedOn: row.requested_on,
    state: row.state,
    decidedOn: row.decided_on,
  }
}

/** What one custodian decided, with the share sealed to the requester when it was released. */
export interface IdentityRelease {
  custodianId: string
  byAccount: string
  share: Uint8Array | null
  day: PlainDate
}

/** False when this custodian decided already. */
export async function insertIdentityRelease(
  tx: SealedTx,
  report: Boxed,
  requestId: Uint8Array,
  release: IdentityRelease,
): Promise<boolean> {
  const place = sharePlace(report, requestId, release.custodianId)
  const inserted = await tx.rows
    .insertInto('identity_releases')
    .values({
      administration_id: tx.administrationId,
      request_id: requestId,
      custodian_id: release.custodianId,
      by_account: release.byAccount,
      released: release.share !== null,
      share: release.share && tx.ring.box(report.shredSlot, place, release.share),
      day: release.day,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

export async function listIdentityReleases(
  tx: SealedTx,
  report: Boxed,
  requestId: Uint8Array,
): Promise<IdentityRelease[]> {
  const rows = await tx.rows
    .selectFrom('identity_releases')
    .selectAll()
    .where('administration_id', '=', tx.administrationId)
    .where('request_id', '=', requestId)
    .orderBy('custodian_id')
    .execute()
  return rows.map((row) => ({
    custodianId: row.custodian_id,
    byAccount: row.by_account,
    share:
      row.share &&
      tx.ring.unbox(report.shredSlot, sharePlace(report, requestId, row.custodian_id), row.share),
    day: row.day,
  }))
}
