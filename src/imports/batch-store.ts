import { sql } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import { NotFound } from '../platform/errors.ts'
import type { Mapping } from './mapping/mapping.ts'
import type { ImportReport } from './report.ts'
import type { LegacyBatchTable } from './legacy-tables.ts'

export interface Batch {
  batchId: string
  batchNumber: string
  source: string
  language: string
  fileName: string
  columns: readonly string[]
  state: 'loading' | 'loaded'
  rowsDone: number
  taken: number
  report: ImportReport | null
  seal: Buffer | null
  startedAt: Date
  loadedAt: Date | null
}

export interface NewBatch {
  administrationId: string
  batchId: string
  code: string
  fileName: string
  fileHash: Buffer
  mapping: Mapping
  mappingHash: Buffer
  columns: readonly string[]
  startedAt: Date
  startedBy: string | null
}

/** Begins a batch; its number follows those that the book has. */
export async function insertBatch(tx: Tx, batch: NewBatch): Promise<void> {
  await sql`
    insert into legacy_batches (administration_id, batch_id, batch_number, source, language, file_name,
      file_hash, mapping, mapping_hash, columns, state, started_at, started_by)
    select ${batch.administrationId}::uuid, ${batch.batchId}::uuid,
      ${batch.code}::text || '-LB-' || lpad(
        (1 + coalesce(max(substring(batch_number from '\\d+$')::int), 0))::text, 4, '0'),
      ${batch.mapping.source}::text, ${batch.mapping.language}::text, ${batch.fileName}::text,
      ${batch.fileHash}::bytea, ${JSON.stringify(batch.mapping)}::jsonb, ${batch.mappingHash}::bytea,
      ${JSON.stringify(batch.columns)}::jsonb, 'loading', ${batch.startedAt}::timestamptz,
      ${batch.startedBy}::uuid
    from legacy_batches where administration_id = ${batch.administrationId}`.execute(tx)
}

/** The same file under the same mapping, begun and not finished. */
export async function findUnfinished(
  db: Db,
  administrationId: string,
  { fileHash, mappingHash }: { fileHash: Buffer; mappingHash: Buffer },
): Promise<Batch | null> {
  const row = await db
    .selectFrom('legacy_batches')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('file_hash', '=', fileHash)
    .where('mapping_hash', '=', mappingHash)
    .where('state', '=', 'loading')
    .executeTakeFirst()
  return row ? batchFromRow(row) : null
}

export async function findBatch(
  db: Db,
  administrationId: string,
  batchId: string,
): Promise<Batch | null> {
  const row = await db
    .selectFrom('legacy_batches')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('batch_id', '=', batchId)
    .executeTakeFirst()
  return row ? batchFromRow(row) : null
}

/** Newest first. An administration has few. */
export async function listBatches(db: Db, administrationId: string): Promise<Batch[]> {
  const rows = await db
    .selectFrom('legacy_batches')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .orderBy('batch_number', 'desc')
    .execute()
  return rows.map(batchFromRow)
}

/** With what their columns mean, newest first. */
export async function listBatchesInFull(
  db: Db,
  administrationId: string,
): Promise<(Batch & { mapping: Mapping })[]> {
  const rows = await db
    .selectFrom('legacy_batches')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .orderBy('batch_number', 'desc')
    .execute()
  return rows.map((row) => ({ ...batchFromRow(row), mapping: row.mapping as Mapping }))
}

/** Returns its number. */
export async function updateLoaded(
  tx: Tx,
  administrationId: string,
  batchId: string,
  { seal, report, at }: { seal: Buffer; report: ImportReport; at: Date },
): Promise<string> {
  const row = await tx
    .updateTable('legacy_batches')
    .set({ state: 'loaded', seal, report: sql`${JSON.stringify(report)}::jsonb`, loaded_at: at })
    .where('administration_id', '=', administrationId)
    .where('batch_id', '=', batchId)
    .returning('batch_number')
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row.batch_number
}

/** Whether nothing was taken of it. */
export async function deleteEmptyBatch(
  tx: Tx,
  administrationId: string,
  batchId: string,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('legacy_batches')
    .where('administration_id', '=', administrationId)
    .where('batch_id', '=', batchId)
    .where('taken', '=', 0)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

function batchFromRow(row: LegacyBatchTable): Batch {
  return {
    batchId: row.batch_id,
    batchNumber: row.batch_number,
    source: row.source,
    language: row.language,
    fileName: row.file_name,
    columns: row.columns as string[],
    state: row.state,
    rowsDone: row.rows_done,
    taken: row.taken,
    report: row.report as ImportReport | null,
    seal: row.seal,
    startedAt: row.started_at,
    loadedAt: row.loaded_at,
  }
}
