import { randomUUID } from 'node:crypto'
import { inTransaction } from '../../../platform/database/connection.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { insertFolder, listFolders, type FolderPlace } from '../folder-store.ts'

/** Where files about an element are kept and tasks for it come from; made when it is needed first. */
export async function openFolder(
  { db }: Pick<System, 'db'>,
  place: FolderPlace,
  elementId: string,
): Promise<string> {
  return inTransaction(db, async (tx) => {
    await insertFolder(tx, place, { folderId: randomUUID(), elementId })
    const folderId = (await listFolders(tx, place)).get(elementId)
    if (folderId === undefined) throw new NotFound()
    return folderId
  })
}
