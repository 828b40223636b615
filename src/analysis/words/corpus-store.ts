import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Corpus, CorpusFilter, Sampling } from './corpus.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    corpora: {
      administration_id: string
      corpus_id: string
      frame_id: string
      question: string
      period_from: PlainDate
      period_until: PlainDate
      filter: CorpusFilter
      sampling: Sampling
      sample_size: number | null
      seed: number
      state: Corpus['state']
      eligible: number
      gathered: number
      created_at: Date
      created_by: string
    }
  }
}

const CORPUS = [
  'administration_id as administrationId',
  'corpus_id as corpusId',
  'frame_id as frameId',
  'question',
  'period_from as periodFrom',
  'period_until as periodUntil',
  'filter',
  'sampling',
  'sample_size as sampleSize',
  'seed',
  'state',
  'eligible',
  'gathered',
  'created_at as createdAt',
  'created_by as createdBy',
] as const

/** The newest first. */
export async function listCorpora(
  db: Db,
  administrationId: string,
  limit = 100,
): Promise<Corpus[]> {
  return db
    .selectFrom('corpora')
    .select(CORPUS)
    .where('administration_id', '=', administrationId)
    .orderBy('created_at', 'desc')
    .orderBy('corpus_id')
    .limit(limit)
    .execute()
}

export async function getCorpus(
  db: Db,
  administrationId: string,
  corpusId: string,
): Promise<Corpus> {
  const corpus = await db
    .selectFrom('corpora')
    .select(CORPUS)
    .where('administration_id', '=', administrationId)
    .where('corpus_id', '=', corpusId)
    .executeTakeFirst()
  if (!corpus) throw new NotFound()
  return corpus
}

export async function insertCorpus(tx: Tx, corpus: Corpus): Promise<void> {
  await tx
    .insertInto('corpora')
    .values({
      administration_id: corpus.administrationId,
      corpus_id: corpus.corpusId,
      frame_id: corpus.frameId,
      question: corpus.question,
      period_from: corpus.periodFrom,
      period_until: corpus.periodUntil,
      filter: sql<CorpusFilter>`${JSON.stringify(corpus.filter)}::jsonb`,
      sampling: corpus.sampling,
      sample_size: corpus.sampleSize,
      seed: corpus.seed,
      state: corpus.state,
      eligible: corpus.eligible,
      gathered: corpus.gathered,
      created_at: corpus.createdAt,
      created_by: corpus.createdBy,
    })
    .execute()
}

export async function updateGathered(
  tx: Tx,
  { administrationId, corpusId }: Pick<Corpus, 'administrationId' | 'corpusId'>,
  counts: Partial<Pick<Corpus, 'eligible' | 'gathered' | 'state'>>,
): Promise<void> {
  await tx
    .updateTable('corpora')
    .set(counts)
    .where('administration_id', '=', administrationId)
    .where('corpus_id', '=', corpusId)
    .executeTakeFirstOrThrow()
}
