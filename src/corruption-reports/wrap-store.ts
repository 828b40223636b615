import type { PlainDate } from '../platform/dates.ts'
import { placeIn, type Report } from './report-store.ts'
import type { SealedTx } from './sealed-store.ts'
import { readBoxes, writeBoxes } from './wrapped-boxes.ts'
import type { WrappedEpoch } from './sealing/index.ts'

declare module './sealed-tables.ts' {
  interface SealedTables {
    reader_wraps: {
      administration_id: string
      report_id: Uint8Array
      epoch: number
      member_id: string
      blob: Uint8Array
      recovery: Uint8Array
      by_account: string
      signature: Uint8Array
      wrapped_on: PlainDate
      approved_by: string | null
      approval: Uint8Array | null
      approved_on: PlainDate | null
    }
  }
}

/** A report's keys, wrapped by a reader for one who came later. */
export interface ReaderWrap {
  memberId: string
  epochs: readonly WrappedEpoch[]
  byAccount: string
  signature: Uint8Array
  wrappedOn: PlainDate
}

export interface WaitingWrap {
  reportId: Uint8Array
  epoch: number
  memberId: string
}

type Boxed = Pick<Report, 'reportId' | 'shredSlot'>
type Wrapped = Boxed & Pick<Report, 'epoch'>

const placeOf = ({ reportId }: Boxed, epoch: number, memberId: string) =>
  placeIn(reportId, `wrap/${epoch}/${memberId}`)

const recoveryPlaceOf = ({ reportId }: Boxed, epoch: number, memberId: string) =>
  placeIn(reportId, `wrap-recovery/${epoch}/${memberId}`)

/**
 * False when one for the current epoch waits or was approved. What waited when another epoch began
 * gives way; what was approved stays.
 */
export async function insertReaderWrap(
  tx: SealedTx,
  report: Wrapped,
  { memberId, epochs, ...wrap }: ReaderWrap,
): Promise<boolean> {
  await tx.rows
    .deleteFrom('reader_wraps')
    .where('administration_id', '=', tx.administrationId)
    .where('report_id', '=', report.reportId)
    .where('member_id', '=', memberId)
    .where('epoch', '<', report.epoch)
    .where('approved_by', 'is', null)
    .execute()
  const { shredSlot } = report
  const inserted = await tx.rows
    .insertInto('reader_wraps')
    .values(
      epochs.map(({ epoch, box, recovery }) => ({
        administration_id: tx.administrationId,
        report_id: report.reportId,
        epoch,
        member_id: memberId,
        blob: tx.ring.box(shredSlot, placeOf(report, epoch, memberId), box),
        recovery: tx.ring.box(
          shredSlot,
          recoveryPlaceOf(report, epoch, memberId),
          writeBoxes(recovery),
        ),
        by_account: wrap.byAccount,
        signature: wrap.signature,
        wrapped_on: wrap.wrappedOn,
        approved_by: null,
        approval: null,
        approved_on: null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('epoch')
    .execute()
  return inserted.some(({ epoch }) => epoch === report.epoch)
}

/** All epochs at once. False when the current one is not waiting, or the approver wrapped it. */
export async function approveReaderWrap(
  tx: SealedTx,
  report: Wrapped,
  approval: { memberId: string; byAccount: string; signature: Uint8Array; on: PlainDate },
): Promise<boolean> {
  const approved = await tx.rows
    .updateTable('reader_wraps')
    .set({
      approved_by: approval.byAccount,
      approval: approval.signature,
      approved_on: approval.on,
    })
    .where('administration_id', '=', tx.administrationId)
    .where('report_id', '=', report.reportId)
    .where('member_id', '=', approval.memberId)
    .where('approved_by', 'is', null)
    .where('by_account', '<>', approval.byAccount)
    .returning('epoch')
    .execute()
  return approved.some(({ epoch }) => epoch === report.epoch)
}

/** Whom a report's readers are asked about now; what waited in an earlier epoch waits no longer. */
export async function listWaitingWraps(tx: SealedTx): Promise<WaitingWrap[]> {
  const rows = await joined(tx)
    .select(['reader_wraps.report_id', 'reader_wraps.epoch', 'member_id'])
    .whereRef('reader_wraps.epoch', '=', 'reports.epoch')
    .where('approved_by', 'is', null)
    .orderBy('wrapped_on')
    .execute()
  return rows.map((row) => ({
    reportId: row.report_id,
    epoch: row.epoch,
    memberId: row.member_id,
  }))
}

export interface ApprovedWrap {
  reportId: Uint8Array
  epoch: number
  memberId: string
  blob: Buffer
}

/** The approved ones of a member; nothing else is ever given out. */
export async function listWrapsFor(
  tx: SealedTx,
  memberId: string,
  only: { report?: Boxed; isCurrent?: boolean } = {},
): Promise<ApprovedWrap[]> {
  let query = joined(tx)
    .select(['reader_wraps.report_id', 'reader_wraps.epoch', 'blob', 'reports.shred_slot'])
    .where('member_id', '=', memberId)
    .where('approved_by', 'is not', null)
  if (only.report) query = query.where('reader_wraps.report_id', '=', only.report.reportId)
  if (only.isCurrent) query = query.whereRef('reader_wraps.epoch', '=', 'reports.epoch')
  const rows = await query.execute()
  return rows.map((row) => {
    const report = { reportId: row.report_id, shredSlot: row.shred_slot }
    const place = placeOf(report, row.epoch, memberId)
    const blob = tx.ring.unbox(row.shred_slot, place, row.blob)
    return { reportId: row.report_id, epoch: row.epoch, memberId, blob }
  })
}

/** What one holder keeps of the approved ones of a member, in one report. */
export async function listWrapRecoveries(
  tx: SealedTx,
  report: Boxed,
  { memberId, holderId }: { memberId: string; holderId: string },
): Promise<{ epoch: number; box: Uint8Array }[]> {
  const rows = await joined(tx)
    .select(['reader_wraps.epoch', 'recovery'])
    .where('reader_wraps.report_id', '=', report.reportId)
    .where('member_id', '=', memberId)
    .where('approved_by', 'is not', null)
    .execute()
  return rows.flatMap(({ epoch, recovery }) => {
    const place = recoveryPlaceOf(report, epoch, memberId)
    const boxes = readBoxes(tx.ring.unbox(report.shredSlot, place, recovery))
    return boxes.filter(({ member }) => member === holderId).map(({ box }) => ({ epoch, box }))
  })
}

/** For the new keys of the same person. False when no approved one is theirs. */
export async function replaceWrap(
  tx: SealedTx,
  report: Boxed,
  wrap: { epoch: number; memberId: string; blob: Uint8Array },
): Promise<boolean> {
  const place = placeOf(report, wrap.epoch, wrap.memberId)
  const replaced = await tx.rows
    .updateTable('reader_wraps')
    .set({ blob: tx.ring.box(report.shredSlot, place, wrap.blob) })
    .where('administration_id', '=', tx.administrationId)
    .where('report_id', '=', report.reportId)
    .where('epoch', '=', wrap.epoch)
    .where('member_id', '=', wrap.memberId)
    .where('approved_by', 'is not', null)
    .executeTakeFirst()
  return replaced.numUpdatedRows === 1n
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

function joined(tx: SealedTx) {
  return tx.rows
    .selectFrom('reader_wraps')
    .innerJoin('reports', (join) =>
      join
        .onRef('reports.administration_id', '=', 'reader_wraps.administration_id')
        .onRef('reports.report_id', '=', 'reader_wraps.report_id'),
    )
    .where('reader_wraps.administration_id', '=', tx.administrationId)
}
