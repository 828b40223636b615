import { inSealedTransaction } from '../../sealed-store.ts'
import { cleanPicture } from '../clean-picture.ts'
import { askForRoom } from '../file-budget.ts'
import { NoRoomForFiles } from '../files-refused.ts'
import type { PlainFile } from '../plain-file.ts'
import { sealFile, type SealedFile } from '../seal-file.ts'
import { type FilePlace, notingShortage } from './note-shortage.ts'

/** Files that came with a form: all of them or, when there is no room, none; the text is taken either way. */
export async function sealWhatFits(
  place: FilePlace,
  files: readonly PlainFile[],
): Promise<SealedFile[]> {
  if (files.length === 0) return []
  if (!(await haveRoom(place, files))) {
    for (const { content } of files) content.fill(0)
    return []
  }
  const cleaned = await Promise.all(files.map(cleanPicture))
  return Promise.all(cleaned.flatMap((file) => (file ? [sealFile(file)] : [])))
}

async function haveRoom(place: FilePlace, files: readonly PlainFile[]): Promise<boolean> {
  const { sealed, administrationId, day } = place
  const bytes = files.reduce((sum, { content }) => sum + content.length, 0)
  const ask = { bytes, day, folder: sealed.ring.folder }
  try {
    await notingShortage(place, () =>
      inSealedTransaction(sealed, administrationId, (tx) => askForRoom(tx, ask, sealed.fileBudget)),
    )
    return true
  } catch (error) {
    if (error instanceof NoRoomForFiles) return false
    throw error
  }
}
