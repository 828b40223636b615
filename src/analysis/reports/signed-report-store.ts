import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connection.ts'
import type { Report, ReportRef } from './report.ts'

export async function updateSigned(
  tx: Tx,
  { administrationId, reportId }: ReportRef,
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
  { administrationId, reportId }: ReportRef,
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
