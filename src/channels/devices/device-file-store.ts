import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { DeviceKey } from './device-store.ts'
import './device-tables.ts'

/** Keeps a sealed file until its filing comes; what came after the filing no longer changes it. */
export async function upsertFile(
  db: Db,
  { administrationId, deviceId }: DeviceKey,
  file: { filingId: string; n: number; sealed: Buffer; sha256: Buffer; at: Date },
): Promise<void> {
  await sql`
    insert into device_files (administration_id, device_id, filing_id, n, sealed, sha256, received_at)
    select ${administrationId}::uuid, ${deviceId}::uuid, ${file.filingId}::uuid, ${file.n}::smallint,
      ${file.sealed}::bytea, ${file.sha256}::bytea, ${file.at}::timestamptz
    where not exists (
      select from device_filings where administration_id = ${administrationId}
        and device_id = ${deviceId} and filing_id = ${file.filingId} and not is_repeat
    )
    on conflict (administration_id, device_id, filing_id, n)
      do update set sealed = excluded.sealed, sha256 = excluded.sha256`.execute(db)
}

export async function sumWaitingBytes(
  db: Db,
  { administrationId, deviceId }: DeviceKey,
): Promise<number> {
  const { bytes } = await db
    .selectFrom('device_files')
    .select(sql<number>`coalesce(sum(length(sealed)), 0)::bigint`.as('bytes'))
    .where('administration_id', '=', administrationId)
    .where('device_id', '=', deviceId)
    .executeTakeFirstOrThrow()
  return bytes
}

export async function listFileHashes(
  db: Db,
  { administrationId, deviceId }: DeviceKey,
  filingId: string,
): Promise<{ n: number; sha256: Buffer }[]> {
  return db
    .selectFrom('device_files')
    .select(['n', 'sha256'])
    .where('administration_id', '=', administrationId)
    .where('device_id', '=', deviceId)
    .where('filing_id', '=', filingId)
    .execute()
}

export interface StoredFile {
  n: number
  sealed: Buffer
}

export async function listFiles(
  db: Db,
  { administrationId, deviceId }: DeviceKey,
  filingId: string,
): Promise<StoredFile[]> {
  return db
    .selectFrom('device_files')
    .select(['n', 'sealed'])
    .where('administration_id', '=', administrationId)
    .where('device_id', '=', deviceId)
    .where('filing_id', '=', filingId)
    .orderBy('n')
    .execute()
}

export async function deleteFiles(
  tx: Tx,
  { administrationId, deviceId }: DeviceKey,
  filingId: string,
): Promise<void> {
  await tx
    .deleteFrom('device_files')
    .where('administration_id', '=', administrationId)
    .where('device_id', '=', deviceId)
    .where('filing_id', '=', filingId)
    .execute()
}

/** Files whose filing never came. */
export async function deleteLostFiles(db: Db, before: Date): Promise<void> {
  await sql`
    delete from device_files as file where file.received_at < ${before} and not exists (
      select from device_filings as filing
      where filing.administration_id = file.administration_id and filing.device_id = file.device_id
        and filing.filing_id = file.filing_id
    )`.execute(db)
}
