import type { PlainDate } from '../../platform/dates.ts'
import type { SealedTx } from '../sealed-store.ts'
import { entryHash, type EntrySignature, type UnsignedEntry } from '../sealing/index.ts'

declare module '../sealed-tables.ts' {
  interface SealedTables {
    directory_drafts: {
      administration_id: string
      entry: string
      hash: Uint8Array
      drafted_by: string
      drafted_on: PlainDate
    }
    directory_signatures: {
      administration_id: string
      member_id: string
      signature: string
    }
  }
}

/** An entry of the directory on its way: what it says is settled, signatures are missing. */
export interface Draft {
  entry: UnsignedEntry
  signatures: readonly EntrySignature[]
  draftedBy: string
  draftedOn: PlainDate
}

/** False when another one is being signed. */
export async function insertDraft(
  tx: SealedTx,
  draft: Omit<Draft, 'signatures'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.rows
    .insertInto('directory_drafts')
    .values({
      administration_id: tx.administrationId,
      entry: JSON.stringify(draft.entry),
      hash: entryHash(draft.entry),
      drafted_by: draft.draftedBy,
      drafted_on: draft.draftedOn,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Held until the transaction ends, so that two last signatures never complete it twice. */
export async function lockDraft(tx: SealedTx): Promise<Draft | null> {
  const row = await tx.rows
    .selectFrom('directory_drafts')
    .selectAll()
    .where('administration_id', '=', tx.administrationId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  const signatures = await tx.rows
    .selectFrom('directory_signatures')
    .select(['member_id as by', 'signature'])
    .where('administration_id', '=', tx.administrationId)
    .orderBy('member_id')
    .execute()
  return {
    entry: JSON.parse(row.entry) as UnsignedEntry,
    signatures,
    draftedBy: row.drafted_by,
    draftedOn: row.drafted_on,
  }
}

export async function insertSignature(tx: SealedTx, signature: EntrySignature): Promise<void> {
  await tx.rows
    .insertInto('directory_signatures')
    .values({
      administration_id: tx.administrationId,
      member_id: signature.by,
      signature: signature.signature,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['administration_id', 'member_id'])
        .doUpdateSet({ signature: signature.signature }),
    )
    .execute()
}

export async function deleteDraft(tx: SealedTx): Promise<void> {
  await tx.rows
    .deleteFrom('directory_drafts')
    .where('administration_id', '=', tx.administrationId)
    .execute()
}
