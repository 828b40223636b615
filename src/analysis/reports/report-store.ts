import { sql, type Selectable } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
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

/** Whether nobody had made that version before. */
export async function insertDraft(
  tx: Tx,
  draft: Pick<Report, 'administrationId' | 'reportId' | 'period' | 'version' | 'content'>,
  made: { at: Date; by: string | null },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('period_reports')
    .values({
      administration_id: draft.administrationId,
      report_id: draft.reportId,
      period: draft.period,
      version: draft.version,
      state: 'draft',
      number: null,
      number_year: null,
      revision: 1,
      content: asJson(draft.content),
      made_at: made.at,
      made_by: made.by,
      signed_at: null,
      signed_by: null,
      hash: null,
      published_at: null,
      published_by: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

type Ref = Pick<Report, 'administrationId' | 'reportId'>

/** Whether it was still a draft, and the revision that one had read. */
export async function updateContent(
  tx: Tx,
  { administrationId, reportId }: Ref,
  { revision, content }: { revision: number; content: ReportContent },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('period_reports')
    .set(({ eb }) => ({ content: asJson(content), revision: eb('revision', '+', 1) }))
    .where('administration_id', '=', administrationId)
    .where('report_id', '=', reportId)
    .where('state', '=', 'draft')
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function updateSigned(
  tx: Tx,
  { administrationId, reportId }: Ref,
  signed: {
    revision: number
    number: number
    year: number
    at: Date
    by: string
    hash: Buffer
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('period_reports')
    .set({
      state: 'signed',
      number: signed.number,
      number_year: signed.year,
      signed_at: signed.at,
      signed_by: signed.by,
      hash: signed.hash,
    })
    .where('administration_id', '=', administrationId)
    .where('report_id', '=', reportId)
    .where('state', '=', 'draft')
    .where('revision', '=', signed.revision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Null takes it back from the public. */
export async function updatePublished(
  tx: Tx,
  { administrationId, reportId }: Ref,
  published: { at: Date; by: string } | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('period_reports')
    .set({ published_at: published?.at ?? null, published_by: published?.by ?? null })
    .where('administration_id', '=', administrationId)
    .where('report_id', '=', reportId)
    .where('state', '=', 'signed')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The number that the period already has, or the next of the year; one signs at a time. */
export async function giveNumber(
  tx: Tx,
  { administrationId, period }: Pick<Report, 'administrationId' | 'period'>,
  year: number,
): Promise<{ number: number; year: number }> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`report ${administrationId}`}, 0))`.execute(
    tx,
  )
  const given = await tx
    .selectFrom('period_reports')
    .select(['number', 'number_year'])
    .where('administration_id', '=', administrationId)
    .where('period', '=', period)
    .where('number', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  if (given?.number && given.number_year) return { number: given.number, year: given.number_year }
  const last = await tx
    .selectFrom('period_reports')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('administration_id', '=', administrationId)
    .where('number_year', '=', year)
    .executeTakeFirst()
  return { number: (last?.number ?? 0) + 1, year }
}

const asJson = (content: ReportContent) => sql<ReportContent>`${JSON.stringify(content)}::jsonb`

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
