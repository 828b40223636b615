import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import { Invalid, NotFound, WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { changeModel, type ModelChange } from '../change-model.ts'
import { findOwnModel, insertOwnModel, listShippedModels } from '../model-store.ts'

type Ground = Pick<System, 'db'>

/** Takes a model that ships as the administration's own; over one that is there, as its next version. */
export async function adoptModel(
  { db }: Ground,
  deed: StaffDeed,
  { code, reason }: { code: string; reason: string },
): Promise<number> {
  const shipped = (await listShippedModels(db)).find((model) => model.code === code)
  if (!shipped) throw new NotFound()
  return inTransaction(db, async (tx) => {
    const before = await findOwnModel(tx, deed.administrationId)
    const version = (before?.version ?? 0) + 1
    const model = { ...shipped, version }
    const written = { writtenAt: deed.at, writtenBy: deed.accountId }
    const isNew = await insertOwnModel(tx, deed.administrationId, {
      version,
      model,
      reason,
      ...written,
    })
    if (!isNew) throw new WrongState()
    const details = { code, version }
    await recordChange(tx, { ...deed, action: 'evaluation_model_adopted', details })
    return version
  })
}

/** `from`: the version that the person had before their eyes; a newer one is never written over. */
export async function keepModel(
  { db }: Ground,
  deed: StaffDeed,
  { from, change, reason }: { from: number; change: ModelChange; reason: string },
): Promise<number> {
  return inTransaction(db, async (tx) => {
    const own = await findOwnModel(tx, deed.administrationId)
    if (!own) throw new NotFound()
    if (own.version !== from) throw new Invalid([{ field: 'from', code: 'changed_meanwhile' }])
    const changed = changeModel(own.model, change)
    if (!changed) throw new NotFound()
    const version = own.version + 1
    const next = { version, model: { ...changed, version }, reason }
    const written = { writtenAt: deed.at, writtenBy: deed.accountId }
    const isNew = await insertOwnModel(tx, deed.administrationId, { ...next, ...written })
    if (!isNew) throw new Invalid([{ field: 'from', code: 'changed_meanwhile' }])
    const details = { what: change.what, version }
    await recordChange(tx, { ...deed, action: 'evaluation_model_changed', details })
    return version
  })
}
