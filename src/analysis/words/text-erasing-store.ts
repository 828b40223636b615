import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import { asJson } from './text-store.ts'

export interface KeptText {
  administrationId: string
  textId: string
  /** Of the book, or of one that was kept before. */
  caseId: string | null
  legacyCaseId: string | null
}

/** Texts that still hold words, after one of them, whatever their corpus. */
export async function listKeptTexts(
  db: Db,
  { after, limit }: { after: string | null; limit: number },
): Promise<KeptText[]> {
  return db
    .selectFrom('corpus_texts')
    .select([
      'administration_id as administrationId',
      'text_id as textId',
      'case_id as caseId',
      'legacy_case_id as legacyCaseId',
    ])
    .where('masked', '<>', '')
    .$if(after !== null, (query) => query.where('text_id', '>', after ?? ''))
    .orderBy('text_id')
    .limit(limit)
    .execute()
}

/** Takes the words out; who coded them and how stays, and is read no more. */
export async function eraseTexts(
  tx: Tx,
  administrationId: string,
  textIds: readonly string[],
): Promise<void> {
  await tx
    .updateTable('corpus_texts')
    .set({ masked: '', masks: asJson([]), version: sql<number>`version + 1` })
    .where('administration_id', '=', administrationId)
    .where('text_id', 'in', textIds)
    .execute()
}
