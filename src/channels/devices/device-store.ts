import type { Selectable } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import { NotFound } from '../../platform/errors.ts'
import type { DevicesTable } from './device-tables.ts'
import type { Device } from './device.ts'

export interface DeviceKey {
  administrationId: string
  deviceId: string
}

export type NewDevice = Pick<
  Device,
  | 'administrationId'
  | 'deviceId'
  | 'code'
  | 'name'
  | 'greeting'
  | 'centreId'
  | 'quotaPerDay'
  | 'endsOn'
>

export async function insertDevice(
  tx: Tx,
  device: NewDevice,
  made: { at: Date; by: string },
): Promise<void> {
  await tx
    .insertInto('devices')
    .values({
      administration_id: device.administrationId,
      device_id: device.deviceId,
      code: device.code,
      name: device.name,
      greeting: device.greeting,
      centre_id: device.centreId,
      quota_per_day: device.quotaPerDay,
      ends_on: device.endsOn,
      made_at: made.at,
      made_by: made.by,
      token_hash: null,
      enrolled_at: null,
      switched_off_at: null,
      last_contact_at: null,
      waiting_since: null,
    })
    .execute()
}

export async function getDevice(db: Db, key: DeviceKey): Promise<Device> {
  const row = await db
    .selectFrom('devices')
    .selectAll()
    .where('administration_id', '=', key.administrationId)
    .where('device_id', '=', key.deviceId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return toDevice(row)
}

export async function findDeviceByToken(db: Db, tokenHash: Buffer): Promise<Device | null> {
  const row = await db
    .selectFrom('devices')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return row ? toDevice(row) : null
}

export async function listDevices(db: Db, administrationId: string): Promise<Device[]> {
  const rows = await db
    .selectFrom('devices')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .orderBy('name')
    .orderBy('code')
    .execute()
  return rows.map(toDevice)
}

/** Those that hold something that has not arrived, or from which something waits for a decision here. */
export async function listTellingDevices(
  db: Db,
  administrationId: string,
): Promise<(Device & { setAside: number })[]> {
  const rows = await db
    .selectFrom('devices')
    .selectAll()
    .select((row) =>
      row
        .selectFrom('device_filings as filing')
        .select((one) => one.fn.countAll<number>().as('count'))
        .whereRef('filing.administration_id', '=', 'devices.administration_id')
        .whereRef('filing.device_id', '=', 'devices.device_id')
        .where('filing.outcome', '=', 'set_aside')
        .as('set_aside'),
    )
    .where('administration_id', '=', administrationId)
    .execute()
  return rows
    .map((row) => ({ ...toDevice(row), setAside: row.set_aside ?? 0 }))
    .filter(({ waiting, setAside }) => waiting > 0 || setAside > 0)
}

export async function updateDevice(
  tx: Tx,
  { administrationId, deviceId }: DeviceKey,
  change: Partial<
    Pick<
      DevicesTable,
      | 'name'
      | 'greeting'
      | 'centre_id'
      | 'quota_per_day'
      | 'ends_on'
      | 'switched_off_at'
      | 'token_hash'
    > & { enrolled_at: Date }
  >,
): Promise<void> {
  await tx
    .updateTable('devices')
    .set(change)
    .where('administration_id', '=', administrationId)
    .where('device_id', '=', deviceId)
    .execute()
}

function toDevice(row: Selectable<DevicesTable>): Device {
  return {
    administrationId: row.administration_id,
    deviceId: row.device_id,
    code: row.code,
    name: row.name,
    greeting: row.greeting,
    centreId: row.centre_id,
    quotaPerDay: row.quota_per_day,
    endsOn: row.ends_on,
    enrolledAt: row.enrolled_at,
    switchedOffAt: row.switched_off_at,
    lastContactAt: row.last_contact_at,
    lastSequence: row.last_sequence,
    waiting: row.waiting,
    waitingSince: row.waiting_since,
  }
}
