import { receiveAttachment, writeWorkingFile } from '../../attachments/index.ts'
import { fileCase, type FiledNow, type FilingInput } from '../../cases/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { WrongState } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import { deleteFiles, listFiles } from './device-file-store.ts'
import { updateFiled } from './device-filing-store.ts'
import type { DeviceFiling } from './device-filing.ts'
import { openFileOf, type OpenedItem } from './open-item.ts'

/** Puts what a tablet sent into the book; the case and what is noted here stand or fall together. */
export async function fileItem(
  system: System,
  slug: string,
  item: DeviceFiling,
  { filing, opened, by }: { filing: FilingInput; opened: OpenedItem; by: string | null },
  more: { attachments: readonly string[]; alongside?: (tx: Tx, filed: FiledNow) => Promise<void> },
  now: Date,
): Promise<void> {
  await fileCase(
    system,
    {
      slug,
      idempotencyKey: `device:${item.deviceId}:${item.itemId}`,
      filing: { ...filing, channel: 'tablet', attachments: [...more.attachments] },
      filer: 'device',
      origin: {
        handedOverAt: item.handedOverAt,
        provisional: { number: opened.provisionalNumber, token: opened.trackingToken },
        deviceId: item.deviceId,
        ...(by !== null && { registeredBy: by }),
      },
      alongside: async (tx, filed) => {
        if (!(await updateFiled(tx, item, filed, by))) throw new WrongState()
        if (!item.isRepeat) await deleteFiles(tx, item, item.filingId)
        await more.alongside?.(tx, filed)
      },
    },
    now,
  )
}

/** The photos of a filing through the same checks as every file that is sent; and how many did not pass. */
export async function receivePhotos(
  system: System,
  item: DeviceFiling,
  opened: OpenedItem,
  now: Date,
): Promise<{ ids: string[]; refused: number }> {
  const ids: string[] = []
  let refused = 0
  if (item.isRepeat) return { ids, refused }
  for (const file of await listFiles(system.db, item, item.filingId)) {
    const bytes = openFileOf(system, item, file)
    const id = bytes && (await receivePhoto(system, item, opened, { n: file.n, bytes }, now))
    if (id === null) refused += 1
    else ids.push(id)
  }
  return { ids, refused }
}

async function receivePhoto(
  system: System,
  { administrationId }: DeviceFiling,
  { fileNames }: OpenedItem,
  { n, bytes }: { n: number; bytes: Uint8Array },
  now: Date,
): Promise<string | null> {
  const path = await writeWorkingFile(system.config.dataDir, bytes)
  // it is taken from there, whatever becomes of it
  const name = fileNames.get(n) ?? `${n}.jpg`
  const received = await receiveAttachment(system, { administrationId, name, path }, now)
  return received.attachment?.attachmentId ?? null
}
