import { Router } from 'express'
import { DESK_ROLES } from '../../cases/index.ts'
import { staffOf } from '../../people/index.ts'
import { addRoutes, type Route } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { removeView, sendChangedView, showView } from './change-view.ts'
import { sendNewView, showNewView } from './new-view.ts'
import { paths } from '../urls.ts'
import { placeView, showViews, startWithView } from './view-list.ts'

/** Whoever has a desk keeps views of it; whose view it is, is asked of the view. */
export function viewRoutes(system: System): Router {
  const atDesk = staffOf(...DESK_ROLES)
  const routes: readonly Route[] = [
    ['get', paths.list, atDesk, showViews(system)],
    ['get', paths.add, atDesk, showNewView(system)],
    ['post', paths.add, atDesk, sendNewView(system)],
    ['get', paths.view, atDesk, showView(system)],
    ['post', paths.view, atDesk, sendChangedView(system)],
    ['post', paths.removal, atDesk, removeView(system)],
    ['post', paths.place, atDesk, placeView(system)],
    ['post', paths.start, atDesk, startWithView(system)],
  ]
  const router = Router()
  addRoutes(router, routes)
  return router
}
