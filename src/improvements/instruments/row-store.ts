import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { Cells, Row } from './instrument.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    quality_instrument_rows: {
      administration_id: string
      instrument_id: string
      row_id: string
      line_id: string
      place: number
      cells: Cells
      source_key: string | null
      source_said: string | null
      revision: number
      changed_at: Date
      changed_by: string
    }
  }
}

/** Of one instrument or several, as they were written. */
export async function listRows(
  db: Db,
  administrationId: string,
  instrumentIds: readonly string[],
): Promise<Row[]> {
  if (instrumentIds.length === 0) return []
  const rows = await db
    .selectFrom('quality_instrument_rows')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('instrument_id', 'in', instrumentIds)
    .orderBy('instrument_id')
    .orderBy('place')
    .orderBy('row_id')
    .execute()
  return rows.map((row) => ({
    rowId: row.row_id,
    instrumentId: row.instrument_id,
    lineId: row.line_id,
    place: row.place,
    cells: row.cells,
    source: row.source_key === null ? null : { key: row.source_key, said: row.source_said ?? '' },
    revision: row.revision,
  }))
}

export interface Changed {
  administrationId: string
  at: Date
  by: string
}

/** How many were written: what was taken from the same source before is left out. */
export async function insertRows(
  tx: Tx,
  rows: readonly Omit<Row, 'revision'>[],
  { administrationId, at, by }: Changed,
): Promise<number> {
  if (rows.length === 0) return 0
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('quality_instrument_rows')
    .values(
      rows.map((row) => ({
        administration_id: administrationId,
        instrument_id: row.instrumentId,
        row_id: row.rowId,
        line_id: row.lineId,
        place: row.place,
        cells: asJson(row.cells),
        source_key: row.source?.key ?? null,
        source_said: row.source?.said ?? null,
        revision: 1,
        changed_at: at,
        changed_by: by,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows)
}

/** False: somebody else changed it since that revision, or took it out. */
export async function updateRow(
  tx: Tx,
  { rowId, revision, cells }: Pick<Row, 'rowId' | 'revision' | 'cells'>,
  { administrationId, at, by }: Changed,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('quality_instrument_rows')
    .set({ cells: asJson(cells), revision: revision + 1, changed_at: at, changed_by: by })
    .where('administration_id', '=', administrationId)
    .where('row_id', '=', rowId)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** False: somebody else changed it since that revision. */
export async function deleteRow(
  tx: Tx,
  administrationId: string,
  { rowId, revision }: Pick<Row, 'rowId' | 'revision'>,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('quality_instrument_rows')
    .where('administration_id', '=', administrationId)
    .where('row_id', '=', rowId)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

function asJson(cells: Cells) {
  return sql<Cells>`${JSON.stringify(cells)}::jsonb`
}
