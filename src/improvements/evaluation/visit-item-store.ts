import type { Selectable } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { Evaluation, NoteKind } from './evaluation.ts'
import type { FoundState } from './tablet/index.ts'
import type { KeptVisitItem, VisitOutcome } from './visit-item.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    evaluation_visit_items: VisitItemsTable
  }
}

interface VisitItemsTable {
  administration_id: string
  evaluation_id: string
  item_id: string
  copy_id: string
  element_id: string | null
  kind: NoteKind
  state: FoundState | null
  words: string
  outcome: VisitOutcome
  made_revision: number | null
  made_at: Date
  taken_at: Date
  taken_by: string
  settled_at: Date | null
  settled_by: string | null
}

type Ref = Pick<Evaluation, 'administrationId' | 'evaluationId'>

export async function insertVisitItem(
  tx: Tx,
  { administrationId, evaluationId }: Ref,
  item: Omit<KeptVisitItem, 'settledAt'>,
): Promise<void> {
  await tx
    .insertInto('evaluation_visit_items')
    .values({
      administration_id: administrationId,
      evaluation_id: evaluationId,
      item_id: item.itemId,
      copy_id: item.copyId,
      element_id: item.elementId,
      kind: item.kind,
      state: item.state,
      words: item.words,
      outcome: item.outcome,
      made_revision: item.madeRevision,
      made_at: item.madeAt,
      taken_at: item.takenAt,
      taken_by: item.takenBy,
      settled_at: null,
      settled_by: null,
    })
    .execute()
}

/** In the order in which they were written. */
export async function listVisitItems(
  db: Db,
  { administrationId, evaluationId }: Ref,
): Promise<KeptVisitItem[]> {
  const rows = await db
    .selectFrom('evaluation_visit_items')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('evaluation_id', '=', evaluationId)
    .orderBy('made_at')
    .orderBy('item_id')
    .execute()
  return rows.map(toItem)
}

/** Whether it still waited for somebody's word. */
export async function updateSettled(
  tx: Tx,
  { administrationId, evaluationId }: Ref,
  itemId: string,
  settled: { at: Date; by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('evaluation_visit_items')
    .set({ settled_at: settled.at, settled_by: settled.by })
    .where('administration_id', '=', administrationId)
    .where('evaluation_id', '=', evaluationId)
    .where('item_id', '=', itemId)
    .where('outcome', 'in', ['contested', 'incomplete'])
    .where('settled_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

function toItem(row: Selectable<VisitItemsTable>): KeptVisitItem {
  return {
    itemId: row.item_id,
    copyId: row.copy_id,
    elementId: row.element_id,
    kind: row.kind,
    state: row.state,
    words: row.words,
    outcome: row.outcome,
    madeRevision: row.made_revision,
    madeAt: row.made_at,
    takenAt: row.taken_at,
    takenBy: row.taken_by,
    settledAt: row.settled_at,
  }
}
