import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { CorpusText } from './corpus.ts'
import type { Segment, Span } from './segment.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    segments: {
      administration_id: string
      corpus_id: string
      segment_id: string
      text_id: string
      text_position: number
      position: number
      start_at: number
      end_at: number
      double_coded: boolean
      coders: number
    }
  }
}

type Owner = Pick<CorpusText, 'corpusId' | 'textId' | 'position' | 'doubleCoded'>
export type NewSegment = Span & Pick<Segment, 'segmentId' | 'position'>

export async function listSegments(
  db: Db,
  administrationId: string,
  textId: string,
): Promise<Segment[]> {
  return db
    .selectFrom('segments')
    .select(['segment_id as segmentId', 'position', 'start_at as start', 'end_at as end', 'coders'])
    .where('administration_id', '=', administrationId)
    .where('text_id', '=', textId)
    .orderBy('position')
    .execute()
}

const AT_ONCE = 4000

export async function insertSegments(
  tx: Tx,
  administrationId: string,
  segments: readonly (NewSegment & { of: Owner })[],
): Promise<void> {
  for (let from = 0; from < segments.length; from += AT_ONCE) {
    await tx
      .insertInto('segments')
      .values(
        segments.slice(from, from + AT_ONCE).map(({ of, ...segment }) => ({
          administration_id: administrationId,
          corpus_id: of.corpusId,
          segment_id: segment.segmentId,
          text_id: of.textId,
          text_position: of.position,
          position: segment.position,
          start_at: segment.start,
          end_at: segment.end,
          double_coded: of.doubleCoded,
          coders: 0,
        })),
      )
      .execute()
  }
}

/** Moves one that stays: its text was masked otherwise, or another came before it. */
export async function updateSegment(
  tx: Tx,
  administrationId: string,
  { segmentId, position, start, end }: NewSegment,
): Promise<void> {
  await tx
    .updateTable('segments')
    .set({ position, start_at: start, end_at: end })
    .where('administration_id', '=', administrationId)
    .where('segment_id', '=', segmentId)
    .executeTakeFirstOrThrow()
}

export async function deleteSegments(
  tx: Tx,
  administrationId: string,
  segmentIds: readonly string[],
): Promise<void> {
  if (segmentIds.length === 0) return
  await tx
    .deleteFrom('segments')
    .where('administration_id', '=', administrationId)
    .where('segment_id', 'in', segmentIds)
    .execute()
}

/** How many there are, coded by one, and coded by two. */
export async function countSegments(
  db: Db,
  administrationId: string,
  corpusId: string,
): Promise<{ all: number; coded: number; toDouble: number; doubled: number }> {
  const row = await db
    .selectFrom('segments')
    .select([
      sql<number>`count(*)`.as('all'),
      sql<number>`count(*) filter (where coders > 0)`.as('coded'),
      sql<number>`count(*) filter (where double_coded)`.as('toDouble'),
      sql<number>`count(*) filter (where coders > 1)`.as('doubled'),
    ])
    .where('administration_id', '=', administrationId)
    .where('corpus_id', '=', corpusId)
    .executeTakeFirstOrThrow()
  return row
}

export async function deleteAllSegments(
  tx: Tx,
  { administrationId, corpusId }: { administrationId: string; corpusId: string },
): Promise<void> {
  await tx
    .deleteFrom('segments')
    .where('administration_id', '=', administrationId)
    .where('corpus_id', '=', corpusId)
    .execute()
}

/** What nobody coded yet of texts whose words are gone. */
export async function deleteUncoded(
  tx: Tx,
  administrationId: string,
  textIds: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom('segments')
    .where('administration_id', '=', administrationId)
    .where('text_id', 'in', textIds)
    .where('coders', '=', 0)
    .execute()
}
