import { listAdministrations } from '../../administrations/index.ts'
import { listHandlers } from '../../cases/index.ts'
import { listColleagues } from '../../people/index.ts'
import { localDate } from '../../platform/dates.ts'
import type { System } from '../../system.ts'
import { mayHaveInHand } from '../workload-policy.ts'
import { releaseCases } from './release-cases.ts'

/** Cases in the hands of somebody whose post ended, whichever way it ended, are put before those who go on. */
export async function findOrphanedCases(system: System, now: Date): Promise<number> {
  let moved = 0
  for (const { administrationId, timeZone } of await listAdministrations(system.db)) {
    const today = localDate(now, timeZone)
    const colleagues = await listColleagues(system.db, administrationId, today)
    const valid = new Set(colleagues.filter(mayHaveInHand).map(({ accountId }) => accountId))
    const handlers = await listHandlers(system.db, administrationId)
    for (const accountId of handlers.filter((handler) => !valid.has(handler))) {
      moved += await releaseCases(system, { administrationId, accountId }, null, now)
    }
  }
  return moved
}
