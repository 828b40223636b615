import { isDeepStrictEqual } from 'node:util'
import { isLoggable, recordChange } from '../../audit/index.ts'
import type { StaffDeed } from '../../people/index.ts'
import { inTransaction, type Tx } from '../../platform/database/connection.ts'
import { Invalid, NotFound } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import { insertChange, lastVersion } from '../change-store.ts'
import type { Setting } from '../setting.ts'

export interface Settling<Value> {
  id: string
  /** The version that the person saw; 0 where nothing was changed on screen yet. */
  version: number
  /** Null takes it away. */
  value: Value | null
}

/**
 * Changes one thing and records what was there before. Whoever started from an older version is told
 * (`changed_meanwhile` at `version`) and nothing is written.
 */
export async function settle<Value>(
  { db }: Pick<System, 'db'>,
  deed: StaffDeed,
  setting: Setting<Value>,
  settling: Settling<Value>,
): Promise<void> {
  await inTransaction(db, (tx) => settleWithin(tx, deed, setting, settling))
}

/** The same as a part of something larger, such as a whole list of people. */
export async function settleWithin<Value>(
  tx: Tx,
  deed: StaffDeed,
  setting: Setting<Value>,
  { id, version, value, undoes = null }: Settling<Value> & { undoes?: number | null },
): Promise<void> {
  const { administrationId, accountId, at } = deed
  const { subject } = setting
  // the log takes codes only: anything else in an address or a form names nothing
  if (id === '' || !isLoggable(id)) throw new NotFound()
  if ((await lastVersion(tx, administrationId, subject, id)) !== version) throw changedMeanwhile()
  const before = await setting.find(tx, administrationId, id)
  if (isDeepStrictEqual(before, value)) return
  const change = { subject, id, version: version + 1, at, by: accountId, undoes }
  const isNext = await insertChange(tx, administrationId, { ...change, before, after: value })
  if (!isNext) throw changedMeanwhile()
  await setting.write(tx, deed, id, value)
  const details = { subject, id, version: version + 1, undoes }
  await recordChange(tx, { ...deed, action: 'setting_changed', details })
}

function changedMeanwhile(): Invalid {
  return new Invalid([
    { field: 'version', code: 'changed_meanwhile', text: 'settings.changed_meanwhile' },
  ])
}
