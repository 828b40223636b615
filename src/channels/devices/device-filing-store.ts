import { sql } from 'kysely'
import type { FiledNow } from '../../cases/index.ts'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type { DeviceFiling } from './device-filing.ts'
import type { DeviceKey } from './device-store.ts'
import { filingFromRow } from './device-filing-row.ts'

export type NewDeviceFiling = Omit<DeviceFiling, 'tries' | 'settled' | 'sealed'> & {
  sealed: Buffer
  contentHash: Buffer
  sentClock: Date
}

/** False: its id was here before. */
export async function insertFiling(db: Db, filing: NewDeviceFiling): Promise<boolean> {
  const row = await db
    .insertInto('device_filings')
    .values({
      administration_id: filing.administrationId,
      item_id: filing.itemId,
      device_id: filing.deviceId,
      filing_id: filing.filingId,
      is_repeat: filing.isRepeat,
      sequence: filing.sequence,
      key_id: filing.keyId,
      sealed: filing.sealed,
      content_hash: filing.contentHash,
      made_clock: filing.madeClock,
      sent_clock: filing.sentClock,
      received_at: filing.receivedAt,
      handed_over_at: filing.handedOverAt,
      outcome: filing.outcome,
      reason: filing.reason,
      case_id: null,
      case_number: null,
      kind: null,
      due_on: null,
      settled_at: null,
      settled_by: null,
      dismissal: null,
    })
    .onConflict((known) => known.doNothing())
    .returning('item_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function findFiling(
  db: Db,
  { administrationId, deviceId }: DeviceKey,
  filingId: string,
  contentHash: Buffer,
): Promise<DeviceFiling | null> {
  const row = await db
    .selectFrom('device_filings')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('device_id', '=', deviceId)
    .where('filing_id', '=', filingId)
    .where('content_hash', '=', contentHash)
    .executeTakeFirst()
  return row ? filingFromRow(row) : null
}

export async function findFilingOfItem(
  db: Db,
  administrationId: string,
  itemId: string,
): Promise<DeviceFiling | null> {
  const row = await db
    .selectFrom('device_filings')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('item_id', '=', itemId)
    .executeTakeFirst()
  return row ? filingFromRow(row) : null
}

export function isIdKnown(db: Db, device: DeviceKey, filingId: string): Promise<boolean> {
  return hasFilingWith(db, device, { column: 'filing_id', value: filingId })
}

/** Whether another filing came with the same number: two tablets with one memory. */
export function isSequenceTaken(db: Db, device: DeviceKey, sequence: number): Promise<boolean> {
  return hasFilingWith(db, device, { column: 'sequence', value: sequence })
}

async function hasFilingWith(
  db: Db,
  { administrationId, deviceId }: DeviceKey,
  { column, value }: { column: 'filing_id' | 'sequence'; value: string | number },
): Promise<boolean> {
  const row = await db
    .selectFrom('device_filings')
    .select('item_id')
    .where('administration_id', '=', administrationId)
    .where('device_id', '=', deviceId)
    .where(column, '=', value)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** How many became cases that were handed over on a day of the office's calendar. */
export async function countFiledOn(
  db: Db,
  { administrationId, deviceId }: DeviceKey,
  { day, timeZone }: { day: PlainDate; timeZone: string },
): Promise<number> {
  const midnight = (date: unknown) => sql<Date>`(${date}::timestamp at time zone ${timeZone})`
  const { count } = await db
    .selectFrom('device_filings')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('administration_id', '=', administrationId)
    .where('device_id', '=', deviceId)
    .where('outcome', '=', 'filed')
    .where('handed_over_at', '>=', midnight(day))
    .where('handed_over_at', '<', sql<Date>`(${midnight(day)} + interval '1 day')`)
    .executeTakeFirstOrThrow()
  return count
}

export async function updateTries(db: Db, filing: DeviceFiling): Promise<void> {
  await db
    .updateTable('device_filings')
    .set((row) => ({ tries: row('tries', '+', 1) }))
    .where('administration_id', '=', filing.administrationId)
    .where('item_id', '=', filing.itemId)
    .execute()
}

/** False: somebody was faster. */
export async function updateFiled(
  tx: Tx,
  filing: DeviceFiling,
  filed: FiledNow,
  by: string | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('device_filings')
    .set({
      outcome: 'filed',
      sealed: null,
      case_id: filed.caseId,
      case_number: filed.caseNumber,
      kind: filed.kind,
      due_on: filed.dueOn,
      settled_at: filed.registeredAt,
      settled_by: by,
    })
    .where('administration_id', '=', filing.administrationId)
    .where('item_id', '=', filing.itemId)
    .where('outcome', '=', filing.outcome)
    .executeTakeFirst()
  return numUpdatedRows > 0
}
