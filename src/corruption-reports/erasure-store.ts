import type { PlainDate } from '../platform/dates.ts'
import type { SealedRows } from './sealed-store.ts'

declare module './sealed-tables.ts' {
  interface SealedTables {
    erasures: {
      administration_id: string
      report_id: Uint8Array
      shred_slot: number
      erased_on: PlainDate
    }
  }
}

/** One slot of the ring that was erased, and the report (or file) that it was for. */
export interface Erasure {
  administrationId: string
  reportId: Uint8Array
  shredSlot: number
  erasedOn: PlainDate
}

/** Those that are there already stay. */
export async function insertErasures(
  rows: SealedRows,
  erasures: readonly Erasure[],
): Promise<void> {
  if (erasures.length === 0) return
  await rows
    .insertInto('erasures')
    .values(
      erasures.map((erasure) => ({
        administration_id: erasure.administrationId,
        report_id: erasure.reportId,
        shred_slot: erasure.shredSlot,
        erased_on: erasure.erasedOn,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Of every administration. */
export async function listErasures(rows: SealedRows): Promise<Erasure[]> {
  const found = await rows.selectFrom('erasures').selectAll().execute()
  return found.map((row) => ({
    administrationId: row.administration_id,
    reportId: row.report_id,
    shredSlot: row.shred_slot,
    erasedOn: row.erased_on,
  }))
}

/** Removes what was erased and a restore brought back. */
export async function deleteErasedRows(rows: SealedRows): Promise<void> {
  const erasedIds = rows.selectFrom('erasures').select('report_id')
  const erasedSlots = rows.selectFrom('erasures').select('shred_slot')
  await rows.deleteFrom('reports').where('report_id', 'in', erasedIds).execute()
  await rows.deleteFrom('uploads').where('upload_id', 'in', erasedIds).execute()
  await rows.deleteFrom('taken_slots').where('shred_slot', 'in', erasedSlots).execute()
}
