import type { Db, Tx } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    collection_activities: {
      administration_id: string
      activity_id: string
      name: string
      centre_id: string | null
      planned_from: PlainDate
      planned_until: PlainDate
      responsible_id: string
      done_on: PlainDate | null
      evidence: string
      created_at: Date
      created_by: string
    }
  }
}

export interface Activity {
  activityId: string
  name: string
  centreId: string | null
  plannedFrom: PlainDate
  plannedUntil: PlainDate
  responsibleId: string
  doneOn: PlainDate | null
  evidence: string
}

export async function insertActivity(
  tx: Tx,
  administrationId: string,
  activity: Activity,
  made: { at: Date; by: string },
): Promise<void> {
  await tx
    .insertInto('collection_activities')
    .values({
      administration_id: administrationId,
      activity_id: activity.activityId,
      name: activity.name,
      centre_id: activity.centreId,
      planned_from: activity.plannedFrom,
      planned_until: activity.plannedUntil,
      responsible_id: activity.responsibleId,
      done_on: activity.doneOn,
      evidence: activity.evidence,
      created_at: made.at,
      created_by: made.by,
    })
    .execute()
}

/** Whether it was still to do. */
export async function updateDone(
  tx: Tx,
  administrationId: string,
  activityId: string,
  done: { on: PlainDate; evidence: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('collection_activities')
    .set({ done_on: done.on, evidence: done.evidence })
    .where('administration_id', '=', administrationId)
    .where('activity_id', '=', activityId)
    .where('done_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Planned for some day of a year. */
export async function listActivities(
  db: Db,
  administrationId: string,
  year: number,
): Promise<Activity[]> {
  const rows = await db
    .selectFrom('collection_activities')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('planned_from', '<=', `${year}-12-31`)
    .where('planned_until', '>=', `${year}-01-01`)
    .orderBy('planned_from')
    .orderBy('name')
    .execute()
  return rows.map((row) => ({
    activityId: row.activity_id,
    name: row.name,
    centreId: row.centre_id,
    plannedFrom: row.planned_from,
    plannedUntil: row.planned_until,
    responsibleId: row.responsible_id,
    doneOn: row.done_on,
    evidence: row.evidence,
  }))
}
