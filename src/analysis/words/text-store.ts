import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import { NotFound } from '../../platform/errors.ts'
import type { CorpusText, Mask } from './corpus.ts'

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
  }
}

const TEXT = [
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

export function asJson(masks: readonly Mask[]) {
  return sql<readonly Mask[]>`${JSON.stringify(masks)}::jsonb`
}
