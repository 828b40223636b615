import compression from 'compression'
import { Router } from 'express'
import { errorPage, noSuchPage, refuseBrokenAddress } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { dialogueApiRoutes, dialogueRoutes } from '../dialogue/index.ts'
import { doorApiRoutes, doorRoutes } from '../door/index.ts'
import { fileApiRoutes } from '../files/index.ts'
import { publicKeyRoutes } from '../members/index.ts'
import { proofRoutes } from '../proofs/index.ts'
import { isReportersRoad } from './is-reporters-road.ts'
import { roadContext } from './road-context.ts'
import { roadHeaders } from './road-headers.ts'
import { tellErrorsLater } from './tell-errors-later.ts'

/**
 * Mounted before everything that counts, logs or remembers requests. Whatever belongs to this road is
 * answered on it, its errors too: nothing of it ever reaches the rest of the book.
 */
export function reportersRoad(system: System): Router {
  const road = Router()
  road.use(({ path }, _response, next) => next(isReportersRoad(path) ? undefined : 'router'))
  road.use(roadHeaders(system.config.baseUrl))
  road.use(compression())
  road.use(roadContext)
  road.use(refuseBrokenAddress)
  road.use(doorApiRoutes(system))
  road.use(dialogueApiRoutes(system))
  road.use(fileApiRoutes(system))
  road.use(doorRoutes(system))
  road.use(dialogueRoutes(system))
  road.use(publicKeyRoutes(system))
  road.use(proofRoutes(system))
  road.use(noSuchPage)
  road.use(errorPage(tellErrorsLater(system.log)))
  return road
}
