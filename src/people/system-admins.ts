import type { Tx } from '../platform/database/connection.ts'
import { localDate } from '../platform/dates.ts'
import { Invalid } from '../platform/errors.ts'
import { listSystemAdmins, lockSystemAdmins } from './grant-store.ts'

/** Without an administrator of the system nobody could name the next. Asked after the change. */
export async function keepOneSystemAdmin(tx: Tx, now: Date): Promise<void> {
  // two administrators may be removing each other at this moment
  await lockSystemAdmins(tx)
  const left = await listSystemAdmins(tx, localDate(now, 'UTC'))
  if (left.length === 0) throw new Invalid([{ field: 'role', code: 'last_system_admin' }])
}
