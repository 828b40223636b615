import { Router } from 'express'
import { staffOf } from '../../people/index.ts'
import { addRoutes } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { paths } from '../urls.ts'
import { sendColleagues } from './colleagues.ts'
import { sendFollow, sendLetter } from './follow.ts'
import { showFollowed } from './followed.ts'
import { sendPresence } from './presence.ts'

/** To whoever may not see a case it does not exist, so the case itself is asked and not only the role. */
export function watchingRoutes(system: System): Router {
  const router = Router()
  addRoutes(router, [
    ['get', paths.followed, staffOf(), showFollowed(system)],
    ['post', paths.letter, staffOf(), sendLetter(system)],
    ['post', paths.watch, staffOf(), sendFollow(system)],
    ['get', paths.colleagues, staffOf(), sendColleagues(system)],
    ['post', paths.presence, staffOf(), sendPresence(system)],
  ])
  return router
}
