import type { PlainDate } from '../platform/dates.ts'
import { placeIn, type Report } from './report-store.ts'
import type { SealedTx } from './sealed-store.ts'

declare module './sealed-tables.ts' {
  interface SealedTables {
    reader_wraps: {
      administration_id: string
      report_id: Uint8Array
      epoch: number
      member_id: string
      blob: Uint8Array
      by_account: string
      signature: Uint8Array
      wrapped_on: PlainDate
      approved_by: string | null
      approval: Uint8Array | null
      approved_on: PlainDate | null
    }
  }
}

/** A report's key, wrapped by a reader for one who came later. */
export interface ReaderWrap {
  epoch: number
  memberId: string
  blob: Uint8Array
  byAccount: string
  signature: Uint8Array
  wrappedOn: PlainDate
}

export interface WaitingWrap extends Omit<ReaderWrap, 'blob'> {
  reportId: Uint8Array
}

type Boxed = Pick<Report, 'reportId' | 'shredSlot'>

const placeOf = ({ reportId }: Boxed, epoch: number, memberId: string) =>
  placeIn(reportId, `wrap/${epoch}/${memberId}`)

/** False when that member has one for this epoch, approved or not. */
export async function insertReaderWrap(
  tx: SealedTx,
  report: Boxed,
  wrap: ReaderWrap,
): Promise<boolean> {
  const inserted = await tx.rows
    .insertInto('reader_wraps')
    .values({
      administration_id: tx.administrationId,
      report_id: report.reportId,
      epoch: wrap.epoch,
      member_id: wrap.memberId,
      blob: tx.ring.box(report.shredSlot, placeOf(report, wrap.epoch, wrap.memberId), wrap.blob),
      by_account: wrap.byAccount,
      signature: wrap.signature,
      wrapped_on: wrap.wrappedOn,
      approved_by: null,
      approval: null,
      approved_on: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

/** False when it is not waiting, or the approver is the one who wrapped it. */
export async function approveReaderWrap(
  tx: SealedTx,
  wrap: { reportId: Uint8Array; epoch: number; memberId: string },
  approval: { byAccount: string; signature: Uint8Array; on: PlainDate },
): Promise<boolean> {
  const approved = await tx.rows
    .updateTable('reader_wraps')
    .set({
      approved_by: approval.byAccount,
      approval: approval.signature,
      approved_on: approval.on,
    })
    .where('administration_id', '=', tx.administrationId)
    .where('report_id', '=', wrap.reportId)
    .where('epoch', '=', wrap.epoch)
    .where('member_id', '=', wrap.memberId)
    .where('approved_by', 'is', null)
    .where('by_account', '<>', approval.byAccount)
    .executeTakeFirst()
  return approved.numUpdatedRows === 1n
}

export async function listWaitingWraps(tx: SealedTx): Promise<WaitingWrap[]> {
  const rows = await tx.rows
    .selectFrom('reader_wraps')
    .select(['report_id', 'epoch', 'member_id', 'by_account', 'signature', 'wrapped_on'])
    .where('administration_id', '=', tx.administrationId)
    .where('approved_by', 'is', null)
    .orderBy('wrapped_on')
    .execute()
  return rows.map((row) => ({
    reportId: row.report_id,
    epoch: row.epoch,
    memberId: row.member_id,
    byAccount: row.by_account,
    signature: row.signature,
    wrappedOn: row.wrapped_on,
  }))
}

/** The approved ones of a member; nothing else is ever given out. */
export async function listWrapsFor(
  tx: SealedTx,
  memberId: string,
): Promise<{ reportId: Uint8Array; epoch: number; blob: Buffer }[]> {
  const rows = await tx.rows
    .selectFrom('reader_wraps')
    .innerJoin('reports', (join) =>
      join
        .onRef('reports.administration_id', '=', 'reader_wraps.administration_id')
        .onRef('reports.report_id', '=', 'reader_wraps.report_id'),
    )
    .select(['reader_wraps.report_id', 'reader_wraps.epoch', 'blob', 'reports.shred_slot'])
    .where('reader_wraps.administration_id', '=', tx.administrationId)
    .where('member_id', '=', memberId)
    .where('approved_by', 'is not', null)
    .execute()
  return rows.map((row) => {
    const report = { reportId: row.report_id, shredSlot: row.shred_slot }
    const place = placeOf(report, row.epoch, memberId)
    return {
      reportId: row.report_id,
      epoch: row.epoch,
      blob: tx.ring.unbox(row.shred_slot, place, row.blob),
    }
  })
}

/** Who reads an epoch of a report by a wrap that was approved. */
export async function listWrappedReaders(
  tx: SealedTx,
  { reportId, epoch }: { reportId: Uint8Array; epoch: number },
): Promise<string[]> {
  const rows = await tx.rows
    .selectFrom('reader_wraps')
    .select('member_id')
    .where('administration_id', '=', tx.administrationId)
    .where('report_id', '=', reportId)
    .where('epoch', '=', epoch)
    .where('approved_by', 'is not', null)
    .orderBy('member_id')
    .execute()
  return rows.map(({ member_id }) => member_id)
}
