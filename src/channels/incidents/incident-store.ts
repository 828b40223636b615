import type { Db, Tx } from '../../platform/database/connection.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    solved_incidents: {
      administration_id: string
      incident_id: string
      centre_id: string
      service_id: string | null
      what: string
      solution: string
      happened_at: Date
      recorded_at: Date
      recorded_by: string
      case_number: string | null
    }
  }
}

/** Something that went wrong at an office and was put right there and then. */
export interface Incident {
  administrationId: string
  incidentId: string
  centreId: string
  serviceId: string | null
  what: string
  solution: string
  happenedAt: Date
  recordedAt: Date
  recordedBy: string
  /** Where it was registered as a case all the same. */
  caseNumber: string | null
}

export async function insertIncident(tx: Tx, incident: Incident): Promise<void> {
  await tx
    .insertInto('solved_incidents')
    .values({
      administration_id: incident.administrationId,
      incident_id: incident.incidentId,
      centre_id: incident.centreId,
      service_id: incident.serviceId,
      what: incident.what,
      solution: incident.solution,
      happened_at: incident.happenedAt,
      recorded_at: incident.recordedAt,
      recorded_by: incident.recordedBy,
      case_number: incident.caseNumber,
    })
    .execute()
}

/** The newest first, of some centres. */
export async function listIncidents(
  db: Db,
  administrationId: string,
  centreIds: readonly string[],
  limit: number,
): Promise<Incident[]> {
  if (centreIds.length === 0) return []
  const rows = await incidents(db, administrationId)
    .where('centre_id', 'in', centreIds)
    .orderBy('happened_at', 'desc')
    .orderBy('incident_id')
    .limit(limit)
    .execute()
  return rows.map(incidentFromRow)
}

export async function findIncident(
  db: Db,
  administrationId: string,
  incidentId: string,
): Promise<Incident | null> {
  const row = await incidents(db, administrationId)
    .where('incident_id', '=', incidentId)
    .executeTakeFirst()
  return row ? incidentFromRow(row) : null
}

/** How many happened in each centre since an instant. */
export async function countIncidents(
  db: Db,
  administrationId: string,
  since: Date,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('solved_incidents')
    .select(({ fn }) => ['centre_id', fn.countAll<number>().as('count')])
    .where('administration_id', '=', administrationId)
    .where('happened_at', '>=', since)
    .groupBy('centre_id')
    .execute()
  return new Map(rows.map(({ centre_id, count }) => [centre_id, Number(count)]))
}

/** The first case stays: an incident is registered once. */
export async function updateIncidentFiled(
  db: Db,
  { administrationId, incidentId }: { administrationId: string; incidentId: string },
  caseNumber: string,
): Promise<void> {
  await db
    .updateTable('solved_incidents')
    .set({ case_number: caseNumber })
    .where('administration_id', '=', administrationId)
    .where('incident_id', '=', incidentId)
    .where('case_number', 'is', null)
    .execute()
}

/** In the place of words that went. */
const FORGOTTEN = '—'

/** Those that became a case and still have their words. */
export async function listIncidentsOfCases(
  db: Db,
): Promise<{ administrationId: string; caseNumber: string }[]> {
  const rows = await db
    .selectFrom('solved_incidents')
    .select(['administration_id as administrationId', 'case_number as caseNumber'])
    .where('case_number', 'is not', null)
    .where('what', '<>', FORGOTTEN)
    .execute()
  return rows.flatMap(({ administrationId, caseNumber }) =>
    caseNumber === null ? [] : [{ administrationId, caseNumber }],
  )
}

export async function updateForgotten(
  db: Db,
  administrationId: string,
  caseNumbers: readonly string[],
): Promise<void> {
  if (caseNumbers.length === 0) return
  await db
    .updateTable('solved_incidents')
    .set({ what: FORGOTTEN, solution: FORGOTTEN })
    .where('administration_id', '=', administrationId)
    .where('case_number', 'in', [...caseNumbers])
    .execute()
}

function incidents(db: Db, administrationId: string) {
  return db
    .selectFrom('solved_incidents')
    .selectAll()
    .where('administration_id', '=', administrationId)
}

function incidentFromRow(
  row: Awaited<ReturnType<ReturnType<typeof incidents>['executeTakeFirstOrThrow']>>,
): Incident {
  return {
    administrationId: row.administration_id,
    incidentId: row.incident_id,
    centreId: row.centre_id,
    serviceId: row.service_id,
    what: row.what,
    solution: row.solution,
    happenedAt: row.happened_at,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    caseNumber: row.case_number,
  }
}
