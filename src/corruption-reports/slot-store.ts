import { placeIn, type Report } from './report-store.ts'
import type { SealedTx } from './sealed-store.ts'
import type { SealedEpoch } from './sealing/index.ts'

declare module './sealed-tables.ts' {
  interface SealedTables {
    slots: {
      administration_id: string
      report_id: Uint8Array
      epoch: number
      purpose: SlotPurpose
      member_id: string
      blob: Uint8Array
    }
  }
}

export type SlotPurpose = 'read' | 'recovery' | 'identity'

/** The place of one member in one report; junk of equal size where the member is excluded. */
export interface Slot {
  /** 0 for the identity, which has one key for all epochs. */
  epoch: number
  purpose: SlotPurpose
  /** Reader, holder of a recovery share or custodian. */
  memberId: string
  blob: Uint8Array
}

/** The places of one epoch as the sealing browser filled them. */
export function slotsOfEpoch({ epoch, slots, recovery }: SealedEpoch): Slot[] {
  return [...placesFor('read', epoch, slots), ...placesFor('recovery', epoch, recovery)]
}

/** Those of the custodians, whose key is one for all epochs. */
export function slotsOfIdentity(shares: SealedEpoch['slots']): Slot[] {
  return placesFor('identity', 0, shares)
}

function placesFor(purpose: SlotPurpose, epoch: number, places: SealedEpoch['slots']): Slot[] {
  return places.map(({ member, box }) => ({ purpose, epoch, memberId: member, blob: box }))
}

type Boxed = Pick<Report, 'reportId' | 'shredSlot'>

const placeOf = (report: Boxed, slot: Omit<Slot, 'blob'>) =>
  placeIn(report.reportId, JSON.stringify([slot.purpose, slot.epoch, slot.memberId]))

/** All of a report and purpose in one statement: none of them may come alone. */
export async function insertSlots(
  tx: SealedTx,
  report: Boxed,
  slots: readonly Slot[],
): Promise<void> {
  if (slots.length === 0) return
  await tx.rows
    .insertInto('slots')
    .values(
      slots.map((slot) => ({
        administration_id: tx.administrationId,
        report_id: report.reportId,
        epoch: slot.epoch,
        purpose: slot.purpose,
        member_id: slot.memberId,
        blob: tx.ring.box(report.shredSlot, placeOf(report, slot), slot.blob),
      })),
    )
    .execute()
}

/** For the new keys of the same person. False when they had no such place. */
export async function replaceReadSlot(
  tx: SealedTx,
  report: Boxed,
  slot: Omit<Slot, 'purpose'>,
): Promise<boolean> {
  const place = placeOf(report, { ...slot, purpose: 'read' })
  const replaced = await tx.rows
    .updateTable('slots')
    .set({ blob: tx.ring.box(report.shredSlot, place, slot.blob) })
    .where('administration_id', '=', tx.administrationId)
    .where('report_id', '=', report.reportId)
    .where('purpose', '=', 'read')
    .where('epoch', '=', slot.epoch)
    .where('member_id', '=', slot.memberId)
    .executeTakeFirst()
  return replaced.numUpdatedRows === 1n
}

/** One member's place in one report, or those of a purpose. */
export async function listSlots(
  tx: SealedTx,
  report: Boxed,
  only: { purpose: SlotPurpose; epoch?: number; memberId?: string },
): Promise<Slot[]> {
  let query = tx.rows
    .selectFrom('slots')
    .select(['epoch', 'purpose', 'member_id', 'blob'])
    .where('administration_id', '=', tx.administrationId)
    .where('report_id', '=', report.reportId)
    .where('purpose', '=', only.purpose)
  if (only.epoch !== undefined) query = query.where('epoch', '=', only.epoch)
  if (only.memberId !== undefined) query = query.where('member_id', '=', only.memberId)
  const rows = await query.orderBy('epoch').orderBy('member_id').execute()
  return rows.map((row) => {
    const slot = {
      epoch: row.epoch,
      purpose: row.purpose,
      memberId: row.member_id,
    }
    return { ...slot, blob: tx.ring.unbox(report.shredSlot, placeOf(report, slot), row.blob) }
  })
}

export interface SlotOfReport extends Slot {
  reportId: Uint8Array
}

/** A reader's places in all reports at once, for the list that the reader's browser opens. */
export async function listSlotsOfReader(tx: SealedTx, memberId: string): Promise<SlotOfReport[]> {
  const rows = await tx.rows
    .selectFrom('slots')
    .innerJoin('reports', (join) =>
      join
        .onRef('reports.administration_id', '=', 'slots.administration_id')
        .onRef('reports.report_id', '=', 'slots.report_id')
        .onRef('reports.epoch', '=', 'slots.epoch'),
    )
    .select(['slots.report_id', 'slots.epoch', 'slots.blob', 'reports.shred_slot'])
    .where('slots.administration_id', '=', tx.administrationId)
    .where('slots.purpose', '=', 'read')
    .where('slots.member_id', '=', memberId)
    .execute()
  return rows.map((row) => {
    const slot = { epoch: row.epoch, purpose: 'read' as const, memberId }
    const place = placeOf({ reportId: row.report_id, shredSlot: row.shred_slot }, slot)
    return {
      ...slot,
      reportId: row.report_id,
      blob: tx.ring.unbox(row.shred_slot, place, row.blob),
    }
  })
}
