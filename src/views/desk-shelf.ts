import type { DeskShelf } from '../cases/index.ts'
import type { System } from '../system.ts'
import { viewUrls } from './urls.ts'
import { MOST_VIEWS } from './saved-view.ts'
import { finderOf } from './view-policy.ts'
import { listViewsFor } from './view-store.ts'

/** The first of them stand above the desk's list; the others on their own page. */
export function deskShelf(system: System): DeskShelf {
  return {
    async list({ staff, administrationId }) {
      const finder = finderOf(staff, administrationId)
      const views = await listViewsFor(system.db, finder, MOST_VIEWS)
      return views.map(({ viewId, name, trail, readers, isDefault }) => ({
        viewId,
        name,
        trail,
        shared: readers.audience !== 'own',
        isDefault,
      }))
    },
    keepUrl: (slug, trail) => viewUrls(slug).add(trail),
    arrangeUrl: (slug) => viewUrls(slug).list,
  }
}
