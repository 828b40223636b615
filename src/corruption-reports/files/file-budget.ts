import { statfs } from 'node:fs/promises'
import type { PlainDate } from '../../platform/dates.ts'
import type { SealedTx } from '../sealed-store.ts'
import type { Lack } from '../shortage-store.ts'
import { sumUploadBytes, sumUploadBytesOn } from '../upload-store.ts'
import { NoRoomForFiles } from './files-refused.ts'

/** In bytes, of one administration; the disk is everybody's. */
export interface FileBudget {
  aDay: number
  inAll: number
  leftForTexts: number
}

/** Files have a budget, so that no flood of them ever leaves a text without room. */
export async function askForRoom(
  tx: SealedTx,
  { bytes, day, folder }: { bytes: number; day: PlainDate; folder: string },
  budget: FileBudget,
): Promise<void> {
  const lack = await findLack(tx, { bytes, day, folder }, budget)
  if (lack) throw new NoRoomForFiles(lack)
}

async function findLack(
  tx: SealedTx,
  { bytes, day, folder }: { bytes: number; day: PlainDate; folder: string },
  budget: FileBudget,
): Promise<Lack | null> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize - bytes < budget.leftForTexts) return 'disk'
  if ((await sumUploadBytes(tx)) + bytes > budget.inAll) return 'total'
  return (await sumUploadBytesOn(tx, day)) + bytes > budget.aDay ? 'day' : null
}
