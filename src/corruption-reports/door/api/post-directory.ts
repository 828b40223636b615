import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { SealedClosed } from '../../sealed-database.ts'
import { doorState } from '../openness.ts'
import { openVisit } from '../visit.ts'

/** The directory of keys as it is now, for a page that was opened before it changed, and for other systems. */
export function tellDirectory(system: System): Page {
  return async (request, response) => {
    const state = await doorState(system, await openVisit(system, request, response))
    if (!state.open) throw new SealedClosed()
    response.json({ entries: state.entries, fingerprint: state.directory.fingerprint })
  }
}
