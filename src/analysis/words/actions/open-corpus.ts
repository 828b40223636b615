import { randomInt, randomUUID } from 'node:crypto'
import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import { Invalid } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import type { Corpus } from '../corpus.ts'
import { insertCorpus } from '../corpus-store.ts'
import { getFrame } from '../frame-store.ts'
import { gatherCorpusJob } from '../jobs.ts'

export type NewCorpus = Pick<
  Corpus,
  'frameId' | 'question' | 'periodFrom' | 'periodUntil' | 'filter' | 'sampling' | 'sampleSize'
> & { seed?: number }

const HIGHEST_SEED = 1_000_000

/** Asks the question; its texts are gathered by the worker. */
export async function openCorpus(
  { db, jobs }: Pick<System, 'db' | 'jobs'>,
  deed: StaffDeed,
  asked: NewCorpus,
): Promise<string> {
  const { administrationId, accountId, at } = deed
  if (asked.periodUntil < asked.periodFrom) {
    throw new Invalid([{ field: 'periodUntil', code: 'before_start' }])
  }
  const corpusId = randomUUID()
  await inTransaction(db, async (tx) => {
    await getFrame(tx, administrationId, asked.frameId)
    await insertCorpus(tx, {
      ...asked,
      administrationId,
      corpusId,
      sampleSize: asked.sampling === 'all' ? null : asked.sampleSize,
      seed: asked.seed ?? randomInt(1, HIGHEST_SEED),
      state: 'gathering',
      eligible: 0,
      gathered: 0,
      createdAt: at,
      createdBy: accountId,
    })
    await recordChange(tx, { ...deed, action: 'corpus_opened', details: { corpusId } })
    await jobs.send(tx, gatherCorpusJob, { administrationId, corpusId })
  })
  return corpusId
}
