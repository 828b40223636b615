import { inTransaction, type Db } from '../../../platform/database/connection.ts'
import { upsertContact, type Contact } from '../device-contact-store.ts'
import type { DeviceKey } from '../device-store.ts'

/** What a tablet tells of itself, with the time by both clocks. */
export async function noteContact(db: Db, device: DeviceKey, contact: Contact): Promise<void> {
  await inTransaction(db, (tx) => upsertContact(tx, device, contact))
}
