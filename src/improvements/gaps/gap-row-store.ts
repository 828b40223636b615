import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type { GapLink, GapRow } from './gap.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    gap_rows: {
      administration_id: string
      gap_id: string
      row_id: string
      line_id: string
      place: number
      step_id: string
      activity: string
      problem: string
      no_problem: string
      links: GapLink[]
      action: string
      criteria: string[]
      severity: number | null
      feasibility: number | null
      owner_id: string | null
      due_on: PlainDate | null
      revision: number
      changed_at: Date
      changed_by: string
    }
  }
}

const ROW = [
  'gap_id as gapId',
  'row_id as rowId',
  'line_id as lineId',
  'place',
  'step_id as stepId',
  'activity',
  'problem',
  'no_problem as noProblem',
  'links',
  'action',
  'criteria',
  'severity',
  'feasibility',
  'owner_id as ownerId',
  'due_on as dueOn',
  'revision',
] as const

/** In the order of the process. */
export async function listRows(
  db: Db,
  administrationId: string,
  gapIds: readonly string[],
): Promise<GapRow[]> {
  if (gapIds.length === 0) return []
  return db
    .selectFrom('gap_rows')
    .select(ROW)
    .where('administration_id', '=', administrationId)
    .where('gap_id', 'in', gapIds)
    .orderBy('gap_id')
    .orderBy('place')
    .orderBy('row_id')
    .execute()
}

export async function findRow(
  db: Db,
  administrationId: string,
  rowId: string,
): Promise<GapRow | null> {
  const row = await db
    .selectFrom('gap_rows')
    .select(ROW)
    .where('administration_id', '=', administrationId)
    .where('row_id', '=', rowId)
    .executeTakeFirst()
  return row ?? null
}

export interface Changed {
  administrationId: string
  at: Date
  by: string
}

export async function insertRow(tx: Tx, row: GapRow, changed: Changed): Promise<void> {
  await tx
    .insertInto('gap_rows')
    .values({
      administration_id: changed.administrationId,
      gap_id: row.gapId,
      row_id: row.rowId,
      line_id: row.lineId,
      step_id: row.stepId,
      place: row.place,
      activity: row.activity,
      revision: 1,
      ...told(row),
      changed_at: changed.at,
      changed_by: changed.by,
    })
    .execute()
}

export type GapRowTold = Omit<
  GapRow,
  'gapId' | 'rowId' | 'lineId' | 'place' | 'stepId' | 'activity' | 'revision'
>

/** False: somebody else changed it since that revision. */
export async function updateRow(
  tx: Tx,
  { rowId, revision }: Pick<GapRow, 'rowId' | 'revision'>,
  row: GapRowTold,
  changed: Changed,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('gap_rows')
    .set({
      ...told(row),
      revision: revision + 1,
      changed_at: changed.at,
      changed_by: changed.by,
    })
    .where('administration_id', '=', changed.administrationId)
    .where('row_id', '=', rowId)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function deleteRow(tx: Tx, administrationId: string, rowId: string): Promise<void> {
  await tx
    .deleteFrom('gap_rows')
    .where('administration_id', '=', administrationId)
    .where('row_id', '=', rowId)
    .execute()
}

function told(row: GapRowTold) {
  return {
    problem: row.problem,
    no_problem: row.noProblem,
    links: sql<GapLink[]>`${JSON.stringify(row.links)}::jsonb`,
    action: row.action,
    criteria: [...row.criteria],
    severity: row.severity,
    feasibility: row.feasibility,
    owner_id: row.ownerId,
    due_on: row.dueOn,
  }
}
