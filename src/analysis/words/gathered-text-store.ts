import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { CorpusText } from './corpus.ts'
import { asJson } from './text-store.ts'

export async function insertTexts(
  tx: Tx,
  administrationId: string,
  texts: readonly CorpusText[],
): Promise<void> {
  if (texts.length === 0) return
  await tx
    .insertInto('corpus_texts')
    .values(
      texts.map((text) => ({
        administration_id: administrationId,
        corpus_id: text.corpusId,
        text_id: text.textId,
        position: text.position,
        case_id: text.caseId,
        legacy_case_id: text.legacyCaseId,
        masked: text.masked,
        masks: asJson(text.masks),
        kind: text.kind,
        centre_id: text.centreId,
        service_id: text.serviceId,
        channel: text.channel,
        motive: text.motive,
        outcome: text.outcome,
        language: text.language,
        registered_at: text.registeredAt,
        severe: text.severe,
        quotation: text.quotation,
        stratum: text.stratum,
        double_coded: text.doubleCoded,
        version: text.version,
        masked_by: text.maskedBy,
        masked_at: text.maskedAt,
        segmented_by: text.segmentedBy,
        segmented_at: text.segmentedAt,
      })),
    )
    .execute()
}

export async function deleteAllTexts(
  tx: Tx,
  { administrationId, corpusId }: { administrationId: string; corpusId: string },
): Promise<void> {
  await tx
    .deleteFrom('corpus_texts')
    .where('administration_id', '=', administrationId)
    .where('corpus_id', '=', corpusId)
    .execute()
}

/** Lets the database see that the table grew: it goes on with what it planned for an empty one otherwise. */
export async function analyseTexts(db: Db): Promise<void> {
  await sql`analyze corpus_texts`.execute(db)
}
