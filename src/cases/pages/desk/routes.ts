import { Router } from 'express'
import { staffOf, type Section } from '../../../people/index.ts'
import { addRoutes } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import type { TellBulk } from './bulk-at-desk.ts'
import { caseList } from './case-list.ts'
import type { DeskShelf } from './kept-views.ts'
import type { DeskNews } from './desk-news.ts'
import type { SearchBeside } from './found-beside.ts'
import { DESK_ROLES } from './desk-roles.ts'

export const deskSection: Section = {
  text: 'desk.title',
  path: 'casos',
  roles: DESK_ROLES,
  pageKey: 'g d',
}

export interface BesideDesk {
  /** What other rooms have to tell whoever opens the desk. */
  news: readonly DeskNews[]
  /** What they hold of what somebody searches there. */
  searches: readonly SearchBeside[]
  shelf: DeskShelf
  /** What may be done to the cases that are marked in it. */
  bulk: TellBulk
}

export function deskRoutes(system: System, beside: BesideDesk): Router {
  const router = Router()
  addRoutes(router, [
    ['get', '/personal/:slug/casos', staffOf(...DESK_ROLES), caseList(system, beside)],
  ])
  return router
}
