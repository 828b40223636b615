import { Router } from 'express'
import { sealedMemberOf, sealedRoles, staffOf } from '../../../people/index.ts'
import { addRoutes, type Guard } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { memberApiRoutes } from '../api/routes.ts'
import { showKeys, takeDiscard, takeFounding, takeRecovery } from './keys.ts'
import { showOwnKeys } from './own-keys.ts'

const room = '/personal/:slug/llaves'
const members = sealedMemberOf(...sealedRoles)

/** Members with their second factor; who administers the system sees states only. */
const membersOrAdministrator: Guard = async (request, response) => {
  const { staff } = response.locals
  const isMember = staff?.grants.some(({ role }) => sealedRoles.some((one) => one === role))
  await (isMember ? members : staffOf('system_admin'))(request, response)
}

/** The keys of the sealed reports: made, admitted, compared. */
export function memberRoutes(system: System): Router {
  const router = Router()
  addRoutes(router, [
    ['get', room, membersOrAdministrator, showKeys(system)],
    ['get', `${room}/propias`, members, showOwnKeys(system)],
    ['post', `${room}/fundacion`, members, takeFounding(system)],
    ['post', `${room}/recuperacion`, members, takeRecovery(system)],
    ['post', `${room}/borrador/retiro`, members, takeDiscard(system)],
    ...memberApiRoutes(system),
  ])
  return router
}
