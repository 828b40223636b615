import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { commitTo } from '../../ledger/index.ts'
import type { Attachment } from '../attachment.ts'
import { newStorageName, openStorage } from '../attachment-storage.ts'
import { insertAttachment } from '../attachment-store.ts'
import { cleanFileName } from '../file-name.ts'
import type { Ground } from '../ground.ts'
import type { SeenFile } from './look-into-file.ts'

/** Writes the row, then moves the file: a crash in between leaves a row that the daily clearing takes. */
export async function keepFile(
  { db, config }: Ground,
  sent: { administrationId: string; name: string; draftId?: string },
  file: SeenFile,
  now: Date,
): Promise<Attachment> {
  const sha256 = await hashFile(file.path)
  const { salt, commitment } = commitTo(sha256)
  const attachment: Attachment = {
    administrationId: sent.administrationId,
    attachmentId: randomUUID(),
    caseId: null,
    uploadedAt: now,
    name: cleanFileName(sent.name, file.type),
    mediaType: file.type.mediaType,
    bytes: (await stat(file.path)).size,
    sha256,
    commitment: commitment.toString('hex'),
    storageName: newStorageName(),
    image: file.image,
    scanState: file.scan.state,
  }
  const scannedAt = file.scan.state === 'not_configured' ? null : now
  await insertAttachment(db, attachment, { draftId: sent.draftId ?? null, salt, scannedAt })
  await openStorage(config.dataDir).keep(file.path, attachment.storageName)
  return attachment
}

export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
