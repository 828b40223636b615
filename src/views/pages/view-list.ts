import { HANDLERS, handlerOf } from '../../cases/index.ts'
import { accountNames, listCoworkers } from '../../people/index.ts'
import { idIn, render, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { beginWith, moveView } from '../actions/place-view.ts'
import { MOST_FOUND } from '../saved-view.ts'
import { oversees } from '../view-policy.ts'
import { listSharedViews, listViewsFor } from '../view-store.ts'
import { enterRoom } from './room.ts'
import { viewListView } from './view-list-view.ts'

export function showViews(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const { staff, finder, today } = room
    const { administrationId } = finder
    const found = await listViewsFor(system.db, finder, MOST_FOUND)
    const isFound = new Set(found.map(({ viewId }) => viewId))
    const shared = oversees(staff, administrationId)
      ? await listSharedViews(system.db, administrationId)
      : []
    const others = shared.filter(({ viewId }) => !isFound.has(viewId))
    const all = [...found, ...others]
    const named = all.map(({ trail }) => handlerOf(trail))
    const coworkers = await listCoworkers(system.db, administrationId, HANDLERS, today, named)
    const owners = await accountNames(
      system.db,
      all.map(({ ownerId }) => ownerId),
    )
    const model = viewListView(room, { found, others, coworkers, owners }, request.query['hecho'])
    render(response, 'saved-views/list', model, { layout: 'staff' })
  }
}

export function placeView(system: System): Page {
  return async (request, response) => {
    const { finder, urls } = await enterRoom(system, response)
    const viewId = idIn(request, 'viewId')
    const { direction } = (request.body ?? {}) as { direction?: unknown }
    await moveView(system, finder, viewId, direction === 'up' ? 'up' : 'down')
    response.redirect(303, `${urls.list}?hecho=moved#vista-${viewId}`)
  }
}

/** With this one the person begins from now on, or no longer. */
export function startWithView(system: System): Page {
  return async (request, response) => {
    const { finder, urls } = await enterRoom(system, response)
    const viewId = idIn(request, 'viewId')
    const { state } = (request.body ?? {}) as { state?: unknown }
    await beginWith(system, finder, viewId)
    if (state === 'off') await beginWith(system, finder, null)
    response.redirect(303, `${urls.list}?hecho=${state === 'off' ? 'usual' : 'start'}#vista-${viewId}`)
  }
}
