import type { FilingInput } from '../../../cases/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import { Invalid, WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { recordDeed } from '../device-deed.ts'
import { deleteFiles } from '../device-file-store.ts'
import { updateDismissed } from '../set-aside-store.ts'
import type { DeviceFiling } from '../device-filing.ts'
import { fileItem, receivePhotos } from '../file-item.ts'
import type { OpenedItem } from '../open-item.ts'
import type { StaffDeed } from '../../../people/index.ts'

/** Puts into the book what had been set aside, with the day on which it was handed over. */
export async function confirmItem(
  system: System,
  deed: StaffDeed,
  item: DeviceFiling,
  { slug, filing, opened }: { slug: string; filing: FilingInput; opened: OpenedItem },
): Promise<void> {
  const photos = await receivePhotos(system, item, opened, deed.at)
  const content = { filing, opened, by: deed.accountId }
  try {
    await fileItem(
      system,
      slug,
      item,
      content,
      {
        attachments: photos.ids,
        alongside: (tx, { caseId }) =>
          recordDeed(tx, deed, 'device_filing_confirmed', { itemId: item.itemId, caseId }),
      },
      deed.at,
    )
  } catch (error) {
    // somebody else confirmed it in the same moment, in another way
    const isTwin =
      error instanceof Invalid && error.problems.some(({ code }) => code === 'key_reused')
    throw isTwin ? new WrongState() : error
  }
}

/** It becomes no case; what was sealed is gone, and the reason stays. */
export async function dismissItem(
  { db }: System,
  deed: StaffDeed,
  item: DeviceFiling,
  why: string,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const settled = { by: deed.accountId, at: deed.at, why }
    if (!(await updateDismissed(tx, item, settled))) throw new WrongState()
    if (!item.isRepeat) await deleteFiles(tx, item, item.filingId)
    await recordDeed(tx, deed, 'device_filing_dismissed', { itemId: item.itemId })
  })
}
