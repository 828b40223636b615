import type { PlainDate } from '../../platform/dates.ts'
import { insertErasures } from '../erasure-store.ts'
import { deleteReport, lockReport } from '../report-store.ts'
import { holdRing, type SealedTx } from '../sealed-store.ts'
import { appendErasures, erasureListPath } from '../shred/erasure-list.ts'
import { eraseSlots } from '../shred/keep-ring.ts'
import { deleteTakenSlots } from '../taken-slot-store.ts'
import { deleteUpload, listUploads, type Upload } from '../upload-store.ts'

/**
 * A report and its files, for ever. First the list says so, then the keys go, then the rows: whatever a
 * crash leaves of it, the next replay of the list finishes.
 */
export async function eraseReport(
  tx: SealedTx,
  reportId: Uint8Array,
  on: PlainDate,
): Promise<void> {
  const { shredSlot } = await lockReport(tx, reportId)
  const files = await listUploads(tx, reportId)
  const slots = [shredSlot, ...files.map((file) => file.shredSlot)]
  await shred(tx, reportId, slots, on)
  await deleteReport(tx, reportId)
  await deleteTakenSlots(tx, slots)
}

/** A file that no report claimed. */
export async function eraseUpload(
  tx: SealedTx,
  { uploadId, shredSlot }: Pick<Upload, 'uploadId' | 'shredSlot'>,
  on: PlainDate,
): Promise<void> {
  await shred(tx, uploadId, [shredSlot], on)
  await deleteUpload(tx, uploadId)
  await deleteTakenSlots(tx, [shredSlot])
}

async function shred(
  tx: SealedTx,
  reportId: Uint8Array,
  slots: readonly number[],
  erasedOn: PlainDate,
): Promise<void> {
  const { administrationId, ring } = tx
  const erasures = slots.map((shredSlot) => ({ administrationId, reportId, shredSlot, erasedOn }))
  await holdRing(tx.rows)
  appendErasures(erasureListPath(ring.folder), erasures)
  eraseSlots(ring.path, slots)
  await insertErasures(tx.rows, erasures)
}
