import { Router } from 'express'
import { staffOf, type Role, type Section } from '../../people/index.ts'
import { addRoutes } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { paths } from '../urls.ts'
import type { TellPromises } from '../tell-promises.ts'
import { sendColleagues } from './colleagues.ts'
import { sendFollow, sendLetter } from './follow.ts'
import { showFollowed } from './followed.ts'
import { showMyDay } from './my-day.ts'
import { sendPresence } from './presence.ts'

/** Whose day is made of cases. */
const DAY_ROLES: readonly Role[] = [
  'claims_manager',
  'deputy_claims_manager',
  'office_head',
  'unit_handler',
  'unit_head',
]

export const daySection: Section = {
  text: 'watching.day.title',
  path: 'mi-dia',
  roles: DAY_ROLES,
  pageKey: 'g m',
}

/** To whoever may not see a case it does not exist, so the case itself is asked and not only the role. */
export function watchingRoutes(system: System, tellPromises: TellPromises): Router {
  const router = Router()
  addRoutes(router, [
    ['get', paths.day, staffOf(...DAY_ROLES), showMyDay(system, tellPromises)],
    ['get', paths.followed, staffOf(), showFollowed(system)],
    ['post', paths.letter, staffOf(), sendLetter(system)],
    ['post', paths.watch, staffOf(), sendFollow(system)],
    ['get', paths.colleagues, staffOf(), sendColleagues(system)],
    ['post', paths.presence, staffOf(), sendPresence(system)],
  ])
  return router
}
