import { randomUUID } from 'node:crypto'
import type { Db, Tx } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { HoldingCode } from '../regimes/index.ts'
import type { OwnTerm, TermKey } from './term.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    retention_terms: {
      administration_id: string
      holding: HoldingCode
      kind: string
      months: number
    }
    retention_erasures: {
      administration_id: string
      erasure_id: string
      erased_on: string
      holding: HoldingCode
      kind: string
      months: number
      ended_before: string
      erased: number
      erased_at: Date
    }
  }
}

export async function listOwnTerms(db: Db, administrationId: string): Promise<OwnTerm[]> {
  return db
    .selectFrom('retention_terms')
    .select(['holding', 'kind', 'months'])
    .where('administration_id', '=', administrationId)
    .execute()
}

/** Null takes it away: the regime's counts again. */
export async function upsertOwnTerm(
  tx: Tx,
  administrationId: string,
  { holding, kind }: TermKey,
  months: number | null,
): Promise<void> {
  const row = { administration_id: administrationId, holding, kind }
  if (months === null) {
    await tx
      .deleteFrom('retention_terms')
      .where('administration_id', '=', administrationId)
      .where('holding', '=', holding)
      .where('kind', '=', kind)
      .execute()
    return
  }
  await tx
    .insertInto('retention_terms')
    .values({ ...row, months })
    .onConflict((conflict) =>
      conflict.columns(['administration_id', 'holding', 'kind']).doUpdateSet({ months }),
    )
    .execute()
}

/** What one rule erased in one run, without a word of whom. */
export interface Erasure extends TermKey {
  erasedOn: PlainDate
  months: number
  endedBefore: PlainDate
  erased: number
}

export async function insertErasure(
  db: Db,
  administrationId: string,
  erasure: Erasure,
  now: Date,
): Promise<void> {
  await db
    .insertInto('retention_erasures')
    .values({
      administration_id: administrationId,
      erasure_id: randomUUID(),
      erased_on: erasure.erasedOn,
      holding: erasure.holding,
      kind: erasure.kind,
      months: erasure.months,
      ended_before: erasure.endedBefore,
      erased: erasure.erased,
      erased_at: now,
    })
    .execute()
}

/** Newest first, the batches of one night together. */
export async function listErasures(
  db: Db,
  administrationId: string,
  limit: number,
): Promise<Erasure[]> {
  return db
    .selectFrom('retention_erasures')
    .select(['erased_on as erasedOn', 'holding', 'kind', 'months', 'ended_before as endedBefore'])
    .select(({ fn }) => fn.sum<number>('erased').as('erased'))
    .where('administration_id', '=', administrationId)
    .groupBy(['erased_on', 'holding', 'kind', 'months', 'ended_before'])
    .orderBy('erased_on', 'desc')
    .orderBy('holding')
    .orderBy('kind')
    .limit(limit)
    .execute()
}
