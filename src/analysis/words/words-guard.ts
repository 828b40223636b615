import { requireStaff, requireWorkplace, staffOf, type Role } from '../../people/index.ts'
import { NotAllowed } from '../../platform/errors.ts'
import type { Guard } from '../../platform/web/index.ts'
import { reachesWords } from './words-policy.ts'

/** Somebody who holds one of the roles for the whole administration, as its texts are of the whole. */
export function reachingWords(...roles: readonly Role[]): Guard {
  const inside = staffOf(...roles)
  return async (request, response) => {
    await inside(request, response)
    const { administrationId } = requireWorkplace(response)
    if (!reachesWords(requireStaff(response), roles, administrationId)) throw new NotAllowed()
  }
}
