import type { Kysely, RawBuilder } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import type { Tables } from '../platform/database/tables.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { DatedOrigin } from './filing-origin.ts'
import { insertRow } from './filing-store.ts'
import { hashTrackingToken } from './tracking-token.ts'

/** The row of a filing's origin, as a part of the filing's own statement. */
export function insertOrigin(
  about: { administrationId: string; caseId: string },
  origin: DatedOrigin,
): RawBuilder<unknown> {
  return insertRow('case_origins', {
    administration_id: about.administrationId,
    case_id: about.caseId,
    handed_over_at: origin.handedOverAt,
    clock_from: origin.clockFrom,
    printed_token_hash: origin.provisional ? hashTrackingToken(origin.provisional.token) : null,
    provisional_number: origin.provisional?.number ?? null,
    device_id: origin.deviceId ?? null,
    link_id: origin.linkId ?? null,
    sheet_number: origin.sheetNumber ?? null,
    transferred_from: origin.transferredFrom ?? null,
    registered_by: origin.registeredBy ?? null,
    load_due_on: origin.limit?.dueOn ?? null,
    load_days_late: origin.limit?.daysLate || null,
  })
}

export interface StoredOrigin {
  handedOverAt: Date
  clockFrom: Date
  provisionalNumber: string | null
  deviceId: string | null
  linkId: string | null
  sheetNumber: string | null
  transferredFrom: string | null
  registeredBy: string | null
  /** By when it had to be in the book. */
  loadDueOn: PlainDate | null
  /** In working days; null: it came in time. */
  loadDaysLate: number | null
}

/** Null: its person sent it here themselves. */
export async function findOrigin(
  db: Kysely<Tables>,
  { administrationId, caseId }: { administrationId: string; caseId: string },
): Promise<StoredOrigin | null> {
  const row = await db
    .selectFrom('case_origins')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return row
    ? {
        handedOverAt: row.handed_over_at,
        clockFrom: row.clock_from,
        provisionalNumber: row.provisional_number,
        deviceId: row.device_id,
        linkId: row.link_id,
        sheetNumber: row.sheet_number,
        transferredFrom: row.transferred_from,
        registeredBy: row.registered_by,
        loadDueOn: row.load_due_on,
        loadDaysLate: row.load_days_late,
      }
    : null
}

/** How many filings each printed link of an administration brought in. */
export async function countFiledByLink(
  db: Kysely<Tables>,
  administrationId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('case_origins')
    .select(({ fn }) => ['link_id', fn.countAll().as('filed')])
    .where('administration_id', '=', administrationId)
    .where('link_id', 'is not', null)
    .groupBy('link_id')
    .execute()
  return new Map(rows.map(({ link_id, filed }) => [link_id ?? '', Number(filed)]))
}

/** Which of these paper sheets are in the book, and as which case. */
export async function listLoadedSheets(
  db: Db,
  administrationId: string,
  sheetNumbers: readonly string[],
): Promise<Map<string, string>> {
  if (sheetNumbers.length === 0) return new Map()
  const rows = await db
    .selectFrom('case_origins as origin')
    .innerJoin('cases', (on) =>
      on
        .onRef('cases.administration_id', '=', 'origin.administration_id')
        .onRef('cases.case_id', '=', 'origin.case_id'),
    )
    .select(['origin.sheet_number', 'cases.case_number'])
    .where('origin.administration_id', '=', administrationId)
    .where('origin.sheet_number', 'in', sheetNumbers)
    .execute()
  return new Map(rows.map((row) => [row.sheet_number ?? '', row.case_number]))
}
