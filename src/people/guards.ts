import type { Request, Response } from 'express'
import { NotAllowed, NotFound, NotSignedIn } from '../platform/errors.ts'
import type { Guard } from '../platform/web/routes.ts'
import { rolesWithin, staffNavigation } from './navigation.ts'
import type { Role } from './roles.ts'
import { holdsWithin, type Staff, type Workplace } from './staff-policy.ts'

declare global {
  namespace Express {
    interface Locals {
      /** Who is signed in, recognised by the session's cookie. */
      staff?: Staff
      /** The administration named in the address, once a guard let the person in. */
      workplace?: Workplace
    }
  }
}

/** Somebody of the staff, whoever it is. */
export const signedIn: Guard = (_request, response) => {
  requireStaff(response)
}

/** Somebody who holds one of the roles in any administration. */
export function staffWith(...roles: readonly Role[]): Guard {
  return (_request, response) => {
    const staff = requireStaff(response)
    if (!staff.grants.some((grant) => roles.includes(grant.role))) throw new NotAllowed()
  }
}

/**
 * Somebody who holds one of the roles in the administration of `:slug` or in a part of it; without
 * roles, anybody who works there. To others the administration's rooms do not exist. A policy on
 * the object still decides about the part.
 */
export function staffOf(...roles: readonly Role[]): Guard {
  return (request, response) => {
    const staff = requireStaff(response)
    const workplace = staff.workplaces.find(({ slug }) => slug === request.params.slug)
    if (!workplace) throw new NotFound()
    enter(request, response, staff, workplace)
    if (!holdsWithin(staff, roles, workplace.administrationId)) throw new NotAllowed()
  }
}

/**
 * Somebody of the sealed reports: holds one of the roles there and has shown the second factor in
 * this session.
 */
export function sealedMemberOf(...roles: readonly Role[]): Guard {
  const inside = staffOf(...roles)
  return async (request, response) => {
    await inside(request, response)
    if (!response.locals.staffSession?.secondFactorShown) throw new NotAllowed()
  }
}

export function requireStaff(response: Response): Staff {
  const { staff } = response.locals
  if (!staff) throw new NotSignedIn()
  return staff
}

/** For pages behind `staffOf`. */
export function requireWorkplace(response: Response): Workplace {
  const { workplace } = response.locals
  if (!workplace) throw new NotFound()
  return workplace
}

/** From here on the page is the administration's, with the sections that the person may open. */
function enter(request: Request, { locals }: Response, staff: Staff, workplace: Workplace): void {
  const { t, sections = [] } = locals
  locals.workplace = workplace
  locals.administration = { name: workplace.name, href: `/personal/${workplace.slug}` }
  const [role] = rolesWithin(staff, workplace.administrationId)
  const where = { staff, workplace }
  const navigation = staffNavigation(sections, where, { t, currentPath: request.path })
  if (locals.viewer) {
    locals.viewer = {
      ...locals.viewer,
      navigation: navigation.items,
      shelves: navigation.shelves,
      ...(role && { role: t(`people.roles.${role}`) }),
    }
  }
}
