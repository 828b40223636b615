import { createHash } from 'node:crypto'
import type { Db } from '../../../platform/database/connection.ts'
import { TooMany } from '../../../platform/errors.ts'
import { sumWaitingBytes, upsertFile } from '../device-file-store.ts'
import type { DeviceKey } from '../device-store.ts'

/** Whoever stole a tablet cannot fill the disk: far more than a day's photos that were not yet filed. */
const MOST_WAITING_BYTES = 500 * 1024 * 1024
const RETRY_AFTER_SECONDS = 600

export async function keepFile(
  db: Db,
  device: DeviceKey,
  { filingId, n, sealed }: { filingId: string; n: number; sealed: Buffer },
  now: Date,
): Promise<void> {
  if ((await sumWaitingBytes(db, device)) > MOST_WAITING_BYTES) {
    throw new TooMany(RETRY_AFTER_SECONDS)
  }
  const sha256 = createHash('sha256').update(sealed).digest()
  await upsertFile(db, device, { filingId, n, sealed, sha256, at: now })
}
