import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import { NotFound } from '../../platform/errors.ts'
import type { CorpusText, Mask, MaskKind } from './corpus.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    corpus_texts: {
      administration_id: string
      corpus_id: string
      text_id: string
      position: number
      case_id: string | null
      legacy_case_id: string | null
      masked: string
      masks: readonly Mask[]
      kind: string
      centre_id: string | null
      service_id: string | null
      channel: string | null
      motive: string | null
      outcome: string | null
      language: string
      registered_at: Date
      severe: boolean
      quotation: boolean
      stratum: string
      double_coded: boolean
      version: number
      masked_by: string | null
      masked_at: Date | null
      segmented_by: string | null
      segmented_at: Date | null
    }
    mask_corrections: {
      administration_id: string
      text_id: string
      version: number
      change: MaskCorrection['change']
      kind: MaskKind
      start_at: number
      end_at: number
      corrected_at: Date
      corrected_by: string
    }
  }
}

export interface MaskCorrection {
  version: number
  change: 'masked' | 'unmasked'
  kind: MaskKind
  start: number
  end: number
  at: Date
  by: string
}

export const TEXT = [
  'text_id as textId',
  'corpus_id as corpusId',
  'position',
  'case_id as caseId',
  'legacy_case_id as legacyCaseId',
  'masked',
  'masks',
  'kind',
  'centre_id as centreId',
  'service_id as serviceId',
  'channel',
  'motive',
  'outcome',
  'language',
  'registered_at as registeredAt',
  'severe',
  'quotation',
  'stratum',
  'double_coded as doubleCoded',
  'version',
  'masked_by as maskedBy',
  'masked_at as maskedAt',
  'segmented_by as segmentedBy',
  'segmented_at as segmentedAt',
] as const

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

/** In their order, after a position. */
export async function listTexts(
  db: Db,
  { administrationId, corpusId }: { administrationId: string; corpusId: string },
  { after, limit }: { after: number; limit: number },
): Promise<CorpusText[]> {
  return db
    .selectFrom('corpus_texts')
    .select(TEXT)
    .where('administration_id', '=', administrationId)
    .where('corpus_id', '=', corpusId)
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit)
    .execute()
}

export async function getText(
  db: Db,
  administrationId: string,
  textId: string,
): Promise<CorpusText> {
  const text = await db
    .selectFrom('corpus_texts')
    .select(TEXT)
    .where('administration_id', '=', administrationId)
    .where('text_id', '=', textId)
    .executeTakeFirst()
  if (!text) throw new NotFound()
  return text
}

export async function lockText(
  tx: Tx,
  administrationId: string,
  textId: string,
): Promise<CorpusText> {
  const text = await tx
    .selectFrom('corpus_texts')
    .select(TEXT)
    .where('administration_id', '=', administrationId)
    .where('text_id', '=', textId)
    .forUpdate()
    .executeTakeFirst()
  if (!text) throw new NotFound()
  return text
}

export async function updateMasked(
  tx: Tx,
  administrationId: string,
  textId: string,
  { masked, masks, version, at, by }: MaskedNow,
): Promise<void> {
  await tx
    .updateTable('corpus_texts')
    .set({ masked, masks: asJson(masks), version, masked_at: at, masked_by: by })
    .where('administration_id', '=', administrationId)
    .where('text_id', '=', textId)
    .executeTakeFirstOrThrow()
}

interface MaskedNow {
  masked: string
  masks: readonly Mask[]
  version: number
  at: Date
  by: string
}

export async function updateSegmented(
  tx: Tx,
  administrationId: string,
  textId: string,
  { version, at, by }: { version: number; at: Date; by: string },
): Promise<void> {
  await tx
    .updateTable('corpus_texts')
    .set({ version, segmented_at: at, segmented_by: by })
    .where('administration_id', '=', administrationId)
    .where('text_id', '=', textId)
    .executeTakeFirstOrThrow()
}

export async function insertCorrection(
  tx: Tx,
  administrationId: string,
  textId: string,
  correction: MaskCorrection,
): Promise<void> {
  await tx
    .insertInto('mask_corrections')
    .values({
      administration_id: administrationId,
      text_id: textId,
      version: correction.version,
      change: correction.change,
      kind: correction.kind,
      start_at: correction.start,
      end_at: correction.end,
      corrected_at: correction.at,
      corrected_by: correction.by,
    })
    .execute()
}

export async function listCorrections(
  db: Db,
  administrationId: string,
  textId: string,
): Promise<MaskCorrection[]> {
  return db
    .selectFrom('mask_corrections')
    .select([
      'version',
      'change',
      'kind',
      'start_at as start',
      'end_at as end',
      'corrected_at as at',
      'corrected_by as by',
    ])
    .where('administration_id', '=', administrationId)
    .where('text_id', '=', textId)
    .orderBy('version', 'desc')
    .execute()
}

export function asJson(masks: readonly Mask[]) {
  return sql<readonly Mask[]>`${JSON.stringify(masks)}::jsonb`
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
