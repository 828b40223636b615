import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type { OfficialStatus, ProgressReport } from './project.ts'
import type { WhichProject } from './project-store.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    project_progress: {
      administration_id: string
      project_id: string
      report_id: string
      reported_on: PlainDate
      text: string
      done: Readonly<Record<string, number>>
      planned: number
      real: number
      reported_at: Date
      reported_by: string
      check_result: 'agrees' | 'differs' | null
      check_note: string
      checked_at: Date | null
      checked_by: string | null
    }
    project_official: {
      administration_id: string
      project_id: string
      official_id: string
      platform: string
      number: string
      status: OfficialStatus['status']
      on_day: PlainDate
      proof: string
      at: Date
      account_id: string
    }
  }
}

export async function insertProgress(
  tx: Tx,
  { administrationId, projectId }: WhichProject,
  report: Omit<ProgressReport, 'check'>,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('project_progress')
    .values({
      administration_id: administrationId,
      project_id: projectId,
      report_id: report.reportId,
      reported_on: report.reportedOn,
      text: report.text,
      done: sql<ProgressReport['done']>`${JSON.stringify(report.done)}::jsonb`,
      planned: report.planned,
      real: report.real,
      reported_at: at,
      reported_by: report.reportedBy,
      check_result: null,
      check_note: '',
      checked_at: null,
      checked_by: null,
    })
    .execute()
}

/** Of these projects, each one's in the order in which they were given. */
export async function listProgressOf(
  db: Db,
  administrationId: string | readonly string[],
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, ProgressReport[]>> {
  const reports = new Map<string, ProgressReport[]>()
  if (projectIds.length === 0) return reports
  const rows = await db
    .selectFrom('project_progress')
    .selectAll()
    .where('administration_id', 'in', [administrationId].flat())
    .where('project_id', 'in', projectIds)
    .orderBy('reported_on')
    .orderBy('reported_at')
    .execute()
  for (const row of rows) {
    const { check_result: result, check_note: note, checked_by: by, checked_at: at } = row
    const report: ProgressReport = {
      reportId: row.report_id,
      reportedOn: row.reported_on,
      text: row.text,
      done: row.done,
      planned: row.planned,
      real: row.real,
      reportedBy: row.reported_by,
      check: result && by && at ? { result, note, by, at } : null,
    }
    reports.set(row.project_id, [...(reports.get(row.project_id) ?? []), report])
  }
  return reports
}

/** Whether nobody had checked it yet. */
export async function updateCheck(
  tx: Tx,
  { administrationId, projectId }: WhichProject,
  reportId: string,
  check: NonNullable<ProgressReport['check']>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('project_progress')
    .set({
      check_result: check.result,
      check_note: check.note,
      checked_by: check.by,
      checked_at: check.at,
    })
    .where('administration_id', '=', administrationId)
    .where('project_id', '=', projectId)
    .where('report_id', '=', reportId)
    .where('checked_by', 'is', null)
    .where('reported_by', '<>', check.by)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function insertOfficial(
  tx: Tx,
  { administrationId, projectId }: WhichProject,
  { officialId, platform, number, status, on, proof }: OfficialStatus & { officialId: string },
  made: { at: Date; by: string },
): Promise<void> {
  await tx
    .insertInto('project_official')
    .values({
      administration_id: administrationId,
      project_id: projectId,
      official_id: officialId,
      platform,
      number,
      status,
      on_day: on,
      proof,
      at: made.at,
      account_id: made.by,
    })
    .execute()
}

/** The newest first. */
export async function listOfficial(db: Db, which: WhichProject): Promise<OfficialStatus[]> {
  return db
    .selectFrom('project_official')
    .select(['platform', 'number', 'status', 'on_day as on', 'proof'])
    .where('administration_id', '=', which.administrationId)
    .where('project_id', '=', which.projectId)
    .orderBy('on_day', 'desc')
    .orderBy('at', 'desc')
    .execute()
}
