import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { DeviceKey } from './device-store.ts'
import type { SeenClock } from './device-time.ts'
import './device-tables.ts'

export interface Contact extends SeenClock {
  lastSequence: number
  waiting: number
  waitingSince: Date | null
}

/** Of each last filing that it ever told, the first contact and the last one; and how it is now. */
export async function upsertContact(
  tx: Tx,
  { administrationId, deviceId }: DeviceKey,
  { at, clock, lastSequence, waiting, waitingSince }: Contact,
): Promise<void> {
  await tx
    .insertInto('device_contacts')
    .values({
      administration_id: administrationId,
      device_id: deviceId,
      sequence: lastSequence,
      first_at: at,
      first_clock: clock,
      last_at: at,
      last_clock: clock,
    })
    .onConflict((known) =>
      known
        .columns(['administration_id', 'device_id', 'sequence'])
        .doUpdateSet({ last_at: at, last_clock: clock }),
    )
    .execute()
  await tx
    .updateTable('devices')
    .set({
      last_contact_at: at,
      last_sequence: sql<number>`greatest(last_sequence, ${lastSequence}::bigint)`,
      waiting,
      waiting_since: waitingSince,
    })
    .where('administration_id', '=', administrationId)
    .where('device_id', '=', deviceId)
    .execute()
}

/** The last contact that did not know the filing; for a number used twice, the last of all. */
export async function findContactBefore(
  db: Db,
  { administrationId, deviceId }: DeviceKey,
  sequence: number | null,
): Promise<SeenClock | null> {
  const contacts = db
    .selectFrom('device_contacts')
    .select(['last_at', 'last_clock'])
    .where('administration_id', '=', administrationId)
    .where('device_id', '=', deviceId)
    .orderBy('last_at', 'desc')
    .limit(1)
  const row = await (
    sequence === null ? contacts : contacts.where('sequence', '<', sequence)
  ).executeTakeFirst()
  return row ? { at: row.last_at, clock: row.last_clock } : null
}

export async function findContactKnowing(
  db: Db,
  { administrationId, deviceId }: DeviceKey,
  sequence: number,
): Promise<SeenClock | null> {
  const row = await db
    .selectFrom('device_contacts')
    .select(['first_at', 'first_clock'])
    .where('administration_id', '=', administrationId)
    .where('device_id', '=', deviceId)
    .where('sequence', '>=', sequence)
    .orderBy('first_at')
    .limit(1)
    .executeTakeFirst()
  return row ? { at: row.first_at, clock: row.first_clock } : null
}
