import { statfs } from 'node:fs/promises'
import type { PlainDate } from '../../platform/dates.ts'
import type { SealedTx } from '../sealed-store.ts'
import { sumUploadBytes, sumUploadBytesOn } from '../upload-store.ts'
import { NoRoomForFiles } from './files-refused.ts'

const GIB = 1024 ** 3
const A_DAY = 2 * GIB
const IN_ALL = 50 * GIB
/** So much of the disk is left to texts: more than a million of them. */
const LEFT_FOR_TEXTS = 2 * GIB

export interface FileBudget {
  aDay: number
  inAll: number
  leftForTexts: number
}

export const FILE_BUDGET: FileBudget = { aDay: A_DAY, inAll: IN_ALL, leftForTexts: LEFT_FOR_TEXTS }

/** Files have a budget, so that no flood of them ever leaves a text without room. */
export async function askForRoom(
  tx: SealedTx,
  { bytes, day, folder }: { bytes: number; day: PlainDate; folder: string },
  budget: FileBudget = FILE_BUDGET,
): Promise<void> {
  const today = await sumUploadBytesOn(tx, day)
  const all = await sumUploadBytes(tx)
  const { bavail, bsize } = await statfs(folder)
  const isFull =
    today + bytes > budget.aDay ||
    all + bytes > budget.inAll ||
    bavail * bsize - bytes < budget.leftForTexts
  if (isFull) throw new NoRoomForFiles()
}
