import type { Selectable } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Area, Inspection, Result, Seen } from './inspection.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    improvement_areas: {
      administration_id: string
      area_id: string
      centre_id: string
      name: string
      retired_on: PlainDate | null
    }
    improvement_inspections: InspectionTable
    improvement_inspection_results: {
      administration_id: string
      inspection_id: string
      area_id: string
      item: string
      area_name: string
      item_text: string
      result: Result
      note: string
    }
  }
}

interface InspectionTable {
  administration_id: string
  inspection_id: string
  centre_id: string
  planned_on: PlainDate
  inspector_id: string
  done_on: PlainDate | null
  done_by: string | null
  checklist: string | null
}

export async function insertArea(
  tx: Tx,
  place: { administrationId: string; centreId: string },
  { areaId, name }: Area,
): Promise<void> {
  await tx
    .insertInto('improvement_areas')
    .values({
      administration_id: place.administrationId,
      area_id: areaId,
      centre_id: place.centreId,
      name,
      retired_on: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function updateAreaRetired(
  tx: Tx,
  { administrationId, centreId }: { administrationId: string; centreId: string },
  areaId: string,
  on: PlainDate,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('improvement_areas')
    .set({ retired_on: on })
    .where('administration_id', '=', administrationId)
    .where('centre_id', '=', centreId)
    .where('area_id', '=', areaId)
    .where('retired_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function listAreas(
  db: Db,
  { administrationId, centreId }: { administrationId: string; centreId: string },
): Promise<Area[]> {
  const rows = await db
    .selectFrom('improvement_areas')
    .select(['area_id', 'name'])
    .where('administration_id', '=', administrationId)
    .where('centre_id', '=', centreId)
    .where('retired_on', 'is', null)
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ areaId: row.area_id, name: row.name }))
}

/** What is planned for that day already stays. */
export async function insertInspection(
  tx: Tx,
  inspection: Pick<
    Inspection,
    'administrationId' | 'inspectionId' | 'centreId' | 'plannedOn' | 'inspectorId'
  >,
): Promise<void> {
  await tx
    .insertInto('improvement_inspections')
    .values({
      administration_id: inspection.administrationId,
      inspection_id: inspection.inspectionId,
      centre_id: inspection.centreId,
      planned_on: inspection.plannedOn,
      inspector_id: inspection.inspectorId,
      done_on: null,
      done_by: null,
      checklist: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['administration_id', 'centre_id', 'planned_on']).doNothing(),
    )
    .execute()
}

/** Whether it was still to do. */
export async function updateDone(
  tx: Tx,
  { administrationId, inspectionId }: Pick<Inspection, 'administrationId' | 'inspectionId'>,
  done: { on: PlainDate; by: string; checklist: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('improvement_inspections')
    .set({ done_on: done.on, done_by: done.by, checklist: done.checklist })
    .where('administration_id', '=', administrationId)
    .where('inspection_id', '=', inspectionId)
    .where('done_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function insertSeen(
  tx: Tx,
  { administrationId, inspectionId }: Pick<Inspection, 'administrationId' | 'inspectionId'>,
  seen: readonly Seen[],
): Promise<void> {
  await tx
    .insertInto('improvement_inspection_results')
    .values(
      seen.map((one) => ({
        administration_id: administrationId,
        inspection_id: inspectionId,
        area_id: one.areaId,
        item: one.item,
        area_name: one.areaName,
        item_text: one.itemText,
        result: one.result,
        note: one.note,
      })),
    )
    .execute()
}

export async function getInspection(
  db: Db,
  administrationId: string,
  inspectionId: string,
): Promise<Inspection> {
  const row = await db
    .selectFrom('improvement_inspections')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('inspection_id', '=', inspectionId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return toInspection(row)
}

export async function listInspections(
  db: Db,
  administrationId: string,
  { from, until, centreId }: { from: PlainDate; until: PlainDate; centreId?: string },
): Promise<Inspection[]> {
  let query = db
    .selectFrom('improvement_inspections')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('planned_on', '>=', from)
    .where('planned_on', '<=', until)
  if (centreId !== undefined) query = query.where('centre_id', '=', centreId)
  return (await query.orderBy('planned_on').execute()).map(toInspection)
}

/** What was seen, by inspection. */
export async function listSeen(
  db: Db,
  administrationId: string,
  inspectionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Seen[]>> {
  if (inspectionIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('improvement_inspection_results')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('inspection_id', 'in', inspectionIds)
    .orderBy('area_name')
    .orderBy('item')
    .execute()
  const seen = rows.map((row) => ({
    inspectionId: row.inspection_id,
    areaId: row.area_id,
    areaName: row.area_name,
    item: row.item,
    itemText: row.item_text,
    result: row.result,
    note: row.note,
  }))
  return new Map(
    inspectionIds.map((id) => [id, seen.filter(({ inspectionId }) => inspectionId === id)]),
  )
}

function toInspection(row: Selectable<InspectionTable>): Inspection {
  return {
    administrationId: row.administration_id,
    inspectionId: row.inspection_id,
    centreId: row.centre_id,
    plannedOn: row.planned_on,
    inspectorId: row.inspector_id,
    doneOn: row.done_on,
    doneBy: row.done_by,
  }
}
