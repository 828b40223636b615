import type { System } from '../../system.ts'
import { findCase } from '../case-store.ts'
import { appendErasures, erasureListPath, notListed, readErasureList } from '../erasure-list.ts'
import { listErasures } from '../erasure-store.ts'
import { eraseForRequest } from './keep-no-longer.ts'

/**
 * The list beside the database and the one in it say the same afterwards, and whatever only the first named is
 * erased again: it came back with a backup. What is held by then waits. Returns how many came back.
 */
export async function replayErasures(system: System, now: Date): Promise<number> {
  const path = erasureListPath(system.config.dataDir)
  const listed = readErasureList(path)
  const stored = await listErasures(system.db)
  appendErasures(path, notListed(stored, listed))
  let erased = 0
  for (const { what, ...ref } of notListed(listed, stored)) {
    const item = await findCase(system.db, ref)
    if (!item || item.held) continue
    await eraseForRequest(system, ref, what, now)
    erased += 1
  }
  return erased
}
