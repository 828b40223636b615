import { countOpenCases } from '../cases/index.ts'
import type { Leaving } from '../people/index.ts'
import { releaseCases } from './actions/release-cases.ts'
import { workloadUrls } from './urls.ts'

/** What is asked before somebody's last post ends: what becomes of the cases that they have in hand. */
export const leavingCases: Leaving = {
  async count({ db }, { administrationIds, accountId }) {
    let open = 0
    for (const administrationId of administrationIds) {
      open += (await countOpenCases(db, administrationId, [accountId])).get(accountId) ?? 0
    }
    return open
  },
  async release(system, { administrationIds, accountId }, by) {
    const now = system.clock()
    for (const administrationId of administrationIds) {
      await releaseCases(system, { administrationId, accountId }, by, now)
    }
  },
  reliefUrl: (slug, accountId) => workloadUrls(slug).relief(accountId),
}
