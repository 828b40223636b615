import { Invalid, NotFound } from '../../../platform/errors.ts'
import { reportersReport } from '../../dialogue/reporters-report.ts'
import type { OpenSealed } from '../../sealed-database.ts'
import { inSealedTransaction, type SealedTx } from '../../sealed-store.ts'
import { planFile, sameBytes, sha256 } from '../../sealing/index.ts'
import { takeSlot } from '../../taken-slot-store.ts'
import {
  findUpload,
  insertUpload,
  insertUploadPart,
  listUploadParts,
  type Upload,
} from '../../upload-store.ts'
import { askForRoom } from '../file-budget.ts'
import { LARGEST_FILE, PART_BYTES } from '../file-limits.ts'
import { type FilePlace, notingShortage } from './note-shortage.ts'

/** Chunks go whole into a part, so that a sender seals again only what is sent again. */
export const PART_CHUNKS = 15

export interface NewUpload {
  uploadId: Uint8Array
  claimHash: Uint8Array
  bytes: number
}

const LARGEST_SEALED = planFile(LARGEST_FILE).sealed

export function partsOf(bytes: number): number {
  const part = PART_CHUNKS * (64 * 1024 + 16)
  return Math.ceil(bytes / part)
}

/** Announced by somebody who reported; the day's budget is asked before a byte comes. */
export async function beginUpload(
  place: FilePlace,
  auth: Uint8Array,
  upload: NewUpload,
): Promise<void> {
  if (upload.bytes > LARGEST_SEALED) throw new Invalid([{ field: '/bytes', code: 'too_big' }])
  await notingShortage(place, () => announceUpload(place, auth, upload))
}

async function announceUpload(
  { sealed, administrationId, day }: FilePlace,
  auth: Uint8Array,
  { uploadId, claimHash, bytes }: NewUpload,
): Promise<void> {
  await inSealedTransaction(sealed, administrationId, async (tx) => {
    await reportersReport(tx, auth)
    const known = await findUpload(tx, uploadId)
    if (known && sameBytes(known.claimHash, claimHash)) return
    await askForRoom(tx, { bytes, day, folder: sealed.ring.folder }, sealed.fileBudget)
    const isNew = await insertUpload(tx, {
      uploadId,
      claimHash,
      bytes,
      reportId: null,
      shredSlot: await takeSlot(tx),
      parts: partsOf(bytes),
      begunOn: day,
    })
    if (!isNew) throw new NotFound()
  })
}

interface OfUpload {
  sealed: OpenSealed
  administrationId: string
  uploadId: Uint8Array
  secret: Uint8Array
}

export async function takePart(of: OfUpload, part: number, content: Buffer): Promise<void> {
  if (content.length === 0 || content.length > PART_BYTES) {
    throw new Invalid([{ field: '/part', code: 'too_big' }])
  }
  await onUpload(of, async (tx, upload) => {
    if (!Number.isInteger(part) || part < 0 || part >= upload.parts) throw new NotFound()
    await insertUploadPart(tx, upload, part, content)
  })
}

/** What has arrived, for whoever was cut off. */
export async function arrivedParts(of: OfUpload): Promise<number[]> {
  return onUpload(of, (tx, { uploadId }) => listUploadParts(tx, uploadId))
}

function onUpload<R>(
  { sealed, administrationId, uploadId, secret }: OfUpload,
  work: (tx: SealedTx, upload: Upload) => Promise<R>,
): Promise<R> {
  return inSealedTransaction(sealed, administrationId, async (tx) => {
    const upload = await findUpload(tx, uploadId)
    if (!upload || upload.reportId || !sameBytes(upload.claimHash, sha256(secret))) {
      throw new NotFound()
    }
    return work(tx, upload)
  })
}
