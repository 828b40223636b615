import { randomBytes } from 'node:crypto'
import type { PlainDate } from '../../platform/dates.ts'
import type { SealedTx } from '../sealed-store.ts'
import { encryptFile, sha256, toBase64url, type FileKey } from '../sealing/index.ts'
import { takeSlot } from '../taken-slot-store.ts'
import { insertUpload, insertUploadPart } from '../upload-store.ts'
import { PART_BYTES } from './file-limits.ts'
import type { PlainFile } from './plain-file.ts'

export interface SealedFile {
  key: FileKey
  sealed: Buffer
}

/** What was in memory is overwritten once it is sealed. */
export async function sealFile({ name, type, content }: PlainFile): Promise<SealedFile> {
  const [id, key] = [randomBytes(16), randomBytes(32)]
  const { length } = content
  const chunks: Uint8Array[] = []
  for await (const chunk of encryptFile(key, length, [content])) chunks.push(chunk)
  content.fill(0)
  return {
    key: { id: toBase64url(id), key: toBase64url(key), name, type, length },
    sealed: Buffer.concat(chunks),
  }
}

/** In the transaction of the report or the message that brings its key. */
export async function keepSealedFile(
  tx: SealedTx,
  { key, sealed }: SealedFile,
  { reportId, day }: { reportId: Uint8Array; day: PlainDate },
): Promise<void> {
  const upload = {
    uploadId: Buffer.from(key.id, 'base64url'),
    // nobody goes on with it
    claimHash: sha256(randomBytes(32)),
    reportId,
    shredSlot: await takeSlot(tx),
    bytes: sealed.length,
    parts: Math.ceil(sealed.length / PART_BYTES),
    begunOn: day,
  }
  await insertUpload(tx, upload)
  for (let part = 0; part < upload.parts; part++) {
    const from = part * PART_BYTES
    await insertUploadPart(tx, upload, part, sealed.subarray(from, from + PART_BYTES))
  }
}
