import type { Selectable } from 'kysely'
import type { PlainDate } from '../platform/dates.ts'
import type { SealedTx } from './sealed-store.ts'

declare module './sealed-tables.ts' {
  interface SealedTables {
    uploads: UploadTable
    upload_parts: {
      administration_id: string
      upload_id: Uint8Array
      part: number
      blob: Uint8Array
    }
  }
}

interface UploadTable {
  administration_id: string
  upload_id: Uint8Array
  claim_hash: Uint8Array
  report_id: Uint8Array | null
  shred_slot: number
  bytes: number
  parts: number
  begun_on: PlainDate
}

/** A sealed file on its way in: parts of 1 MiB, with a shred key of its own until and after it is claimed. */
export interface Upload {
  uploadId: Uint8Array
  /** SHA-256 of the secret with which the sender goes on and claims it. */
  claimHash: Uint8Array
  reportId: Uint8Array | null
  shredSlot: number
  bytes: number
  parts: number
  begunOn: PlainDate
}

/** False when there is one of this id. */
export async function insertUpload(tx: SealedTx, upload: Upload): Promise<boolean> {
  const inserted = await tx.rows
    .insertInto('uploads')
    .values({
      administration_id: tx.administrationId,
      upload_id: upload.uploadId,
      claim_hash: upload.claimHash,
      report_id: upload.reportId,
      shred_slot: upload.shredSlot,
      bytes: upload.bytes,
      parts: upload.parts,
      begun_on: upload.begunOn,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

export async function findUpload(tx: SealedTx, uploadId: Uint8Array): Promise<Upload | null> {
  const row = await uploads(tx).where('upload_id', '=', uploadId).executeTakeFirst()
  return row ? uploadFromRow(row) : null
}

/** Files that a report claimed. */
export async function listUploads(tx: SealedTx, reportId: Uint8Array): Promise<Upload[]> {
  const rows = await uploads(tx).where('report_id', '=', reportId).orderBy('upload_id').execute()
  return rows.map(uploadFromRow)
}

/** Begun before that day and never claimed. */
export async function listUnclaimedUploads(tx: SealedTx, before: PlainDate): Promise<Upload[]> {
  const rows = await uploads(tx)
    .where('report_id', 'is', null)
    .where('begun_on', '<', before)
    .execute()
  return rows.map(uploadFromRow)
}

function uploads(tx: SealedTx) {
  return tx.rows
    .selectFrom('uploads')
    .selectAll()
    .where('administration_id', '=', tx.administrationId)
}

const placeOf = (upload: Pick<Upload, 'uploadId'>, part: number) =>
  `upload/${Buffer.from(upload.uploadId).toString('hex')}/${part}`

/** The same part again changes nothing. */
export async function insertUploadPart(
  tx: SealedTx,
  upload: Pick<Upload, 'uploadId' | 'shredSlot'>,
  part: number,
  content: Uint8Array,
): Promise<void> {
  await tx.rows
    .insertInto('upload_parts')
    .values({
      administration_id: tx.administrationId,
      upload_id: upload.uploadId,
      part,
      blob: tx.ring.box(upload.shredSlot, placeOf(upload, part), content),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The numbers of those that arrived, so that a sender goes on where it was cut off. */
export async function listUploadParts(tx: SealedTx, uploadId: Uint8Array): Promise<number[]> {
  const rows = await tx.rows
    .selectFrom('upload_parts')
    .select('part')
    .where('administration_id', '=', tx.administrationId)
    .where('upload_id', '=', uploadId)
    .orderBy('part')
    .execute()
  return rows.map(({ part }) => part)
}

export async function findUploadPart(
  tx: SealedTx,
  upload: Pick<Upload, 'uploadId' | 'shredSlot'>,
  part: number,
): Promise<Buffer | null> {
  const row = await tx.rows
    .selectFrom('upload_parts')
    .select('blob')
    .where('administration_id', '=', tx.administrationId)
    .where('upload_id', '=', upload.uploadId)
    .where('part', '=', part)
    .executeTakeFirst()
  return row ? tx.ring.unbox(upload.shredSlot, placeOf(upload, part), row.blob) : null
}

/** A whole file whose secret the claimer knows, once and for one report. False otherwise. */
export async function claimUpload(
  tx: SealedTx,
  claim: { uploadId: Uint8Array; claimHash: Uint8Array; reportId: Uint8Array },
): Promise<boolean> {
  const claimed = await tx.rows
    .updateTable('uploads')
    .set({ report_id: claim.reportId })
    .where('administration_id', '=', tx.administrationId)
    .where('upload_id', '=', claim.uploadId)
    .where('claim_hash', '=', claim.claimHash)
    .where('report_id', 'is', null)
    .where(
      (of) =>
        of
          .selectFrom('upload_parts')
          .select((inner) => inner.fn.countAll<number>().as('arrived'))
          .whereRef('upload_parts.administration_id', '=', 'uploads.administration_id')
          .whereRef('upload_parts.upload_id', '=', 'uploads.upload_id'),
      '=',
      (of) => of.ref('uploads.parts'),
    )
    .executeTakeFirst()
  return claimed.numUpdatedRows === 1n
}

/** What was announced on a day, for the day's budget. */
export async function sumUploadBytesOn(tx: SealedTx, day: PlainDate): Promise<number> {
  const row = await tx.rows
    .selectFrom('uploads')
    .select((of) => of.fn.sum<string | null>('bytes').as('bytes'))
    .where('administration_id', '=', tx.administrationId)
    .where('begun_on', '=', day)
    .executeTakeFirst()
  return Number(row?.bytes ?? 0)
}

/** What all files of the administration take together, for the budget. */
export async function sumUploadBytes(tx: SealedTx): Promise<number> {
  const row = await tx.rows
    .selectFrom('uploads')
    .select((of) => of.fn.sum<string | null>('bytes').as('bytes'))
    .where('administration_id', '=', tx.administrationId)
    .executeTakeFirst()
  return Number(row?.bytes ?? 0)
}

/** With its parts. Its slot of the ring is erased by whoever calls this. */
export async function deleteUpload(tx: SealedTx, uploadId: Uint8Array): Promise<void> {
  await tx.rows
    .deleteFrom('uploads')
    .where('administration_id', '=', tx.administrationId)
    .where('upload_id', '=', uploadId)
    .execute()
}

function uploadFromRow(row: Selectable<UploadTable>): Upload {
  return {
    uploadId: row.upload_id,
    claimHash: row.claim_hash,
    reportId: row.report_id,
    shredSlot: row.shred_slot,
    bytes: row.bytes,
    parts: row.parts,
    begunOn: row.begun_on,
  }
}
