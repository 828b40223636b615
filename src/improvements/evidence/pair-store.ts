import type { Selectable } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { EvidenceAbout, EvidenceSubject } from './evidence.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    improvement_photo_pairs: PairTable
  }
}

interface PairTable {
  administration_id: string
  pair_id: string
  about_kind: EvidenceAbout
  about_id: string
  spot: string
  before_id: string
  after_id: string
  made_at: Date
  made_by: string
}

/** A pair by the ids of its photos. */
export interface PairRow {
  pairId: string
  about: EvidenceSubject
  spot: string
  beforeId: string
  afterId: string
}

export async function insertPair(
  tx: Tx,
  administrationId: string,
  pair: PairRow,
  made: { at: Date; by: string },
): Promise<void> {
  await tx
    .insertInto('improvement_photo_pairs')
    .values({
      administration_id: administrationId,
      pair_id: pair.pairId,
      about_kind: pair.about.kind,
      about_id: pair.about.id,
      spot: pair.spot,
      before_id: pair.beforeId,
      after_id: pair.afterId,
      made_at: made.at,
      made_by: made.by,
    })
    .onConflict((conflict) =>
      conflict.columns(['administration_id', 'before_id', 'after_id']).doNothing(),
    )
    .execute()
}

/** What is about several things of one kind, in one question. */
export async function listPairRows(
  db: Db,
  administrationId: string,
  kind: EvidenceAbout,
  ids: readonly string[],
): Promise<PairRow[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('improvement_photo_pairs')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('about_kind', '=', kind)
    .where('about_id', 'in', ids)
    .orderBy('about_id')
    .orderBy('spot')
    .orderBy('made_at')
    .execute()
  return rows.map(toPair)
}

function toPair(row: Selectable<PairTable>): PairRow {
  return {
    pairId: row.pair_id,
    about: { kind: row.about_kind, id: row.about_id },
    spot: row.spot,
    beforeId: row.before_id,
    afterId: row.after_id,
  }
}
