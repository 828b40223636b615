import type { Db, Tx } from '../../platform/database/connection.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    evaluation_folders: {
      administration_id: string
      folder_id: string
      centre_id: string
      year: number
      element_id: string
    }
  }
}

/** Of which centre and year something is shown. */
export interface FolderPlace {
  administrationId: string
  centreId: string
  year: number
}

/** Unless it is there: then that one stays. */
export async function insertFolder(
  tx: Tx,
  { administrationId, centreId, year }: FolderPlace,
  { folderId, elementId }: { folderId: string; elementId: string },
): Promise<void> {
  await tx
    .insertInto('evaluation_folders')
    .values({
      administration_id: administrationId,
      folder_id: folderId,
      centre_id: centreId,
      year,
      element_id: elementId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The folders of a centre's year, by element. */
export async function listFolders(
  db: Db,
  { administrationId, centreId, year }: FolderPlace,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('evaluation_folders')
    .select(['element_id', 'folder_id'])
    .where('administration_id', '=', administrationId)
    .where('centre_id', '=', centreId)
    .where('year', '=', year)
    .execute()
  return new Map(rows.map((row) => [row.element_id, row.folder_id]))
}
