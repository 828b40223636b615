import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { AttachmentProblem, ScanState } from '../attachment-rules.ts'
import { newStorageName, openStorage } from '../attachment-storage.ts'
import { cleanFileName } from '../file-name.ts'
import type { Ground } from '../ground.ts'
import { scanFile } from '../scan-file.ts'
import { hashFile } from './keep-file.ts'
import { lookIntoFile } from './look-into-file.ts'

/** A file that a feature keeps in a table of its own, and answers for who may see it. */
export interface StoredFile {
  name: string
  mediaType: string
  bytes: number
  /** Of the bytes as they are kept, in hexadecimal. */
  sha256: string
  storageName: string
  image: { width: number; height: number } | null
  scanState: ScanState
}

/** Judged, cleaned, scanned and on the disk; a stop before the row is written leaves bytes without a name. */
export function takeFile(
  system: Ground,
  sent: { name: string; path: string },
): Promise<StoredFile | AttachmentProblem> {
  return lookIntoFile(system, sent, async ({ path, type, image, scan }) => {
    const stored: StoredFile = {
      name: cleanFileName(sent.name, type),
      mediaType: type.mediaType,
      bytes: (await stat(path)).size,
      sha256: await hashFile(path),
      storageName: newStorageName(),
      image,
      scanState: scan.state,
    }
    await openStorage(system.config.dataDir).keep(path, stored.storageName)
    return stored
  })
}

export async function readStoredFile(
  { config }: Pick<Ground, 'config'>,
  storageName: string,
  range?: { start: number; end: number },
): Promise<Readable> {
  const content = openStorage(config.dataDir).read(storageName, range)
  // a file that is gone is known before the first header leaves
  await once(content, 'ready')
  return content
}

/** Asks the scanner again about one that it has not spoken of yet. */
export async function scanStoredFile(system: Ground, storageName: string): Promise<ScanState> {
  const storage = openStorage(system.config.dataDir)
  const { state } = await scanFile(system, () => storage.read(storageName))
  return state
}

export async function dropStoredFile(
  { config }: Pick<Ground, 'config'>,
  storageName: string,
): Promise<void> {
  await openStorage(config.dataDir).remove(storageName)
}
