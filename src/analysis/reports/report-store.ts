import type { Selectable } from 'kysely'
import type { Db } from '../../platform/database/connection.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Report, ReportContent } from './report.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    period_reports: ReportsTable
  }
}

interface ReportsTable {
  administration_id: string
  report_id: string
  period: string
  version: number
  state: Report['state']
  number: number | null
  number_year: number | null
  revision: number
  content: ReportContent
  made_at: Date
  made_by: string | null
  signed_at: Date | null
  signed_by: string | null
  hash: Buffer | null
  published_at: Date | null
  published_by: string | null
}

export type ReportLine = Omit<Report, 'content'>

const LINE = [
  'administration_id',
  'report_id',
  'period',
  'version',
  'state',
  'number',
  'number_year',
  'revision',
  'made_at',
  'signed_at',
  'signed_by',
  'hash',
  'published_at',
] as const

/** The newest period first, and of each the newest version. */
export async function listReports(db: Db, administrationId: string): Promise<ReportLine[]> {
  const rows = await db
    .selectFrom('period_reports')
    .select(LINE)
    .where('administration_id', '=', administrationId)
    .orderBy('period', 'desc')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(lineOf)
}

export async function getReport(
  db: Db,
  administrationId: string,
  reportId: string,
): Promise<Report> {
  const row = await db
    .selectFrom('period_reports')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('report_id', '=', reportId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return reportOf(row)
}

/** Of a period, the version that was made last. */
export async function findLatest(
  db: Db,
  administrationId: string,
  period: string,
): Promise<Report | null> {
  const row = await db
    .selectFrom('period_reports')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('period', '=', period)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? reportOf(row) : null
}

export async function findLatestSigned(
  db: Db,
  administrationId: string,
  period: string,
): Promise<Report | null> {
  const row = await db
    .selectFrom('period_reports')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('period', '=', period)
    .where('state', '=', 'signed')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? reportOf(row) : null
}

function lineOf(row: Pick<Selectable<ReportsTable>, (typeof LINE)[number]>): ReportLine {
  return {
    administrationId: row.administration_id,
    reportId: row.report_id,
    period: row.period,
    version: row.version,
    state: row.state,
    number: row.number,
    numberYear: row.number_year,
    revision: row.revision,
    madeAt: row.made_at,
    signedAt: row.signed_at,
    signedBy: row.signed_by,
    hash: row.hash,
    publishedAt: row.published_at,
  }
}

function reportOf(row: Selectable<ReportsTable>): Report {
  return { ...lineOf(row), content: row.content }
}
