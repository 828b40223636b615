import { Router } from 'express'
import { sealedMemberOf, type Section } from '../../../people/index.ts'
import { addRoutes } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { askedRequests, postDecision } from '../api/requests.ts'
import { CUSTODY, custodyUrl } from '../urls.ts'
import { custodyRoom } from './room.ts'

export const custodySection: Section = {
  text: 'custody.title',
  path: CUSTODY,
  roles: ['custodian'],
  sealed: true,
}

/** Custodians see requests, never reports. */
export function custodyRoutes(system: System): Router {
  const router = Router()
  const room = custodyUrl(':slug')
  const custodian = sealedMemberOf('custodian')
  addRoutes(router, [
    ['get', room, custodian, custodyRoom(system)],
    ['post', `${room}/pedidos`, custodian, askedRequests(system)],
    ['post', `${room}/decision`, custodian, postDecision(system)],
  ])
  return router
}
