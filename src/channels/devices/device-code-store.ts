import type { Tx } from '../../platform/database/connection.ts'
import type { DeviceKey } from './device-store.ts'
import './device-tables.ts'

/** One code at a time: those made before are worth nothing from now on. */
export async function insertCode(
  tx: Tx,
  { administrationId, deviceId }: DeviceKey,
  code: { hash: Buffer; madeAt: Date; madeBy: string; expiresAt: Date },
): Promise<void> {
  await tx
    .deleteFrom('device_codes')
    .where('administration_id', '=', administrationId)
    .where('device_id', '=', deviceId)
    .where('used_at', 'is', null)
    .execute()
  await tx
    .insertInto('device_codes')
    .values({
      administration_id: administrationId,
      code_hash: code.hash,
      device_id: deviceId,
      made_at: code.madeAt,
      made_by: code.madeBy,
      expires_at: code.expiresAt,
      used_at: null,
    })
    .execute()
}

/** The tablet that the code was made for; null when it is unknown, used or too old. */
export async function updateCodeUsed(
  tx: Tx,
  codeHash: Buffer,
  now: Date,
): Promise<DeviceKey | null> {
  const row = await tx
    .updateTable('device_codes')
    .set({ used_at: now })
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['administration_id', 'device_id'])
    .executeTakeFirst()
  return row ? { administrationId: row.administration_id, deviceId: row.device_id } : null
}
