import type { PlainDate } from '../platform/dates.ts'
import type { SealedTx } from './sealed-store.ts'

declare module './sealed-tables.ts' {
  interface SealedTables {
    directory_entries: {
      administration_id: string
      seq: number
      entry: string
      hash: Uint8Array
      day: PlainDate
    }
  }
}

/** One signed entry, its text kept as it came: it is verified by whoever reads it. */
export interface DirectoryEntry {
  seq: number
  entry: string
  hash: Uint8Array
  day: PlainDate
}

/** False when somebody else's entry came first and has this number. */
export async function insertDirectoryEntry(tx: SealedTx, entry: DirectoryEntry): Promise<boolean> {
  const inserted = await tx.rows
    .insertInto('directory_entries')
    .values({ administration_id: tx.administrationId, ...entry })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

/** The whole list, oldest first: nobody may use a part of it. */
export async function listDirectoryEntries(tx: SealedTx): Promise<DirectoryEntry[]> {
  return tx.rows
    .selectFrom('directory_entries')
    .select(['seq', 'entry', 'hash', 'day'])
    .where('administration_id', '=', tx.administrationId)
    .orderBy('seq')
    .execute()
}
