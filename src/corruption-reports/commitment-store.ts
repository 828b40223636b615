import type { Selectable } from 'kysely'
import type { PlainDate } from '../platform/dates.ts'
import type { SealedTx } from './sealed-store.ts'

declare module './sealed-tables.ts' {
  interface SealedTables {
    commitment_leaves: { administration_id: string; leaf: Uint8Array; week: PlainDate }
    commitment_batches: BatchTable
  }
}

interface BatchTable {
  administration_id: string
  seq: number
  week: PlainDate
  leaves: Uint8Array
  previous: Uint8Array
  root: Uint8Array
  signature: Uint8Array
}

/** 64 leaves of a week, sorted, the root chained to the one before and signed. */
export interface CommitmentBatch {
  seq: number
  /** Its Monday. */
  week: PlainDate
  /** 64 of 32 bytes, one after the other. */
  leaves: Uint8Array
  previous: Uint8Array
  root: Uint8Array
  signature: Uint8Array
}

/** In the transaction of the filing; no row says of which report it is. */
export async function insertCommitmentLeaf(
  tx: SealedTx,
  { leaf, week }: { leaf: Uint8Array; week: PlainDate },
): Promise<void> {
  await tx.rows
    .insertInto('commitment_leaves')
    .values({ administration_id: tx.administrationId, leaf, week })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The leaves of weeks that are over and in no batch yet. */
export async function listWaitingLeaves(
  tx: SealedTx,
  before: PlainDate,
): Promise<{ leaf: Uint8Array; week: PlainDate }[]> {
  return tx.rows
    .selectFrom('commitment_leaves')
    .select(['leaf', 'week'])
    .where('administration_id', '=', tx.administrationId)
    .where('week', '<', before)
    .orderBy('week')
    .orderBy('leaf')
    .execute()
}

/** Once they are in a batch they stand only there, among the dummies. */
export async function deleteLeaves(tx: SealedTx, before: PlainDate): Promise<void> {
  await tx.rows
    .deleteFrom('commitment_leaves')
    .where('administration_id', '=', tx.administrationId)
    .where('week', '<', before)
    .execute()
}

export async function insertBatch(tx: SealedTx, batch: CommitmentBatch): Promise<void> {
  await tx.rows
    .insertInto('commitment_batches')
    .values({ administration_id: tx.administrationId, ...batch })
    .execute()
}

export async function findLastBatch(tx: SealedTx): Promise<CommitmentBatch | null> {
  const row = await batches(tx).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return row ? batchFromRow(row) : null
}

export async function findBatch(tx: SealedTx, seq: number): Promise<CommitmentBatch | null> {
  const row = await batches(tx).where('seq', '=', seq).executeTakeFirst()
  return row ? batchFromRow(row) : null
}

/** Of one week, or all of them: public, for whoever wants to prove or to watch. */
export async function listBatches(tx: SealedTx, week?: PlainDate): Promise<CommitmentBatch[]> {
  const query = week === undefined ? batches(tx) : batches(tx).where('week', '=', week)
  return (await query.orderBy('seq').execute()).map(batchFromRow)
}

function batches(tx: SealedTx) {
  return tx.rows
    .selectFrom('commitment_batches')
    .selectAll()
    .where('administration_id', '=', tx.administrationId)
}

function batchFromRow({ administration_id: _, ...batch }: Selectable<BatchTable>): CommitmentBatch {
  return batch
}
