import type { StaffDeed } from '../../people/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import { NotFound } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import { findChange, type ChangeKey } from '../change-store.ts'
import type { AnySetting } from '../setting.ts'
import { settleWithin } from './settle.ts'

/**
 * Puts back what was there before a change, as one more change. Only the last change of a thing can be undone:
 * an older one would take away what somebody settled since.
 */
export async function undoChange(
  { db }: Pick<System, 'db'>,
  deed: StaffDeed,
  setting: AnySetting,
  key: ChangeKey,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const change = await findChange(tx, deed.administrationId, key)
    if (!change || change.subject !== setting.subject) throw new NotFound()
    const { id, version, before } = change
    const value = before === null ? null : setting.schema.parse(before)
    await settleWithin(tx, deed, setting, { id, version, value, undoes: version })
  })
}
