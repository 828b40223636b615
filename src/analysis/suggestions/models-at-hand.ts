import type { Db } from '../../platform/database/connection.ts'
import { modelFromBytes } from './model-bytes.ts'
import type { Model } from './model.ts'
import { findModelBytes } from './model-store.ts'

/** Those used last, unpacked; a few megabytes each. */
const MOST_AT_HAND = 24
const atHand = new Map<string, Model>()

export async function modelAtHand(
  db: Db,
  { administrationId, task, version }: { administrationId: string; task: string; version: number },
): Promise<Model | null> {
  const key = `${administrationId}/${task}/${version}`
  const known = atHand.get(key)
  if (known) return putLast(key, known)
  const bytes = await findModelBytes(db, administrationId, task)
  return bytes && putLast(key, modelFromBytes(bytes))
}

function putLast(key: string, model: Model): Model {
  atHand.delete(key)
  atHand.set(key, model)
  const [oldest] = atHand.keys()
  if (atHand.size > MOST_AT_HAND && oldest !== undefined) atHand.delete(oldest)
  return model
}
