import { randomUUID } from 'node:crypto'
import { insertMark } from '../../administrations/index.ts'
import type { StaffDeed } from '../../people/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import { settleWithin } from '../../settings/index.ts'
import type { System } from '../../system.ts'
import { MARK, markSetting } from '../organisation/mark-setting.ts'

/** Puts another mark in the place of the one that was seen in that version; null: ours. */
export async function changeMark(
  { db }: Pick<System, 'db'>,
  deed: StaffDeed,
  picture: Buffer | null,
  version: number,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const markId = picture === null ? null : randomUUID()
    if (picture !== null && markId !== null) {
      await insertMark(tx, deed.administrationId, { markId, picture })
    }
    await settleWithin(tx, deed, markSetting, { id: MARK, version, value: { markId } })
  })
}
