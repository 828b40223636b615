import type { Response } from 'express'
import { getBookRulesById, type BookRules } from '../../administrations/index.ts'
import { requireStaff, requireWorkplace, type Staff } from '../../people/index.ts'
import { localDate, type PlainDate } from '../../platform/dates.ts'
import type { System } from '../../system.ts'
import { requireSealed, type OpenSealed } from '../sealed-database.ts'
import type { MemberIdentity } from '../sealing/index.ts'
import { identityOf, isMemberRole, type RoleHolder } from './member-identity.ts'

/** What every page of the members starts from. */
export interface MembersRoom {
  sealed: OpenSealed
  rules: BookRules
  administrationId: string
  slug: string
  today: PlainDate
  now: Date
  staff: Staff
  /** As the directory would name the person at work; null when they hold no key, or too many roles. */
  identity: MemberIdentity | null
}

export async function enterMembersRoom(system: System, response: Response): Promise<MembersRoom> {
  const { administrationId, slug } = requireWorkplace(response)
  const staff = requireStaff(response)
  const now = system.clock()
  const rules = await getBookRulesById(system, administrationId, now)
  return {
    sealed: requireSealed(system),
    rules,
    administrationId,
    slug,
    today: localDate(now, rules.administration.timeZone),
    now,
    staff,
    identity: identityOf(holderOf(staff, administrationId), rules),
  }
}

function holderOf({ accountId, name, grants }: Staff, administrationId: string): RoleHolder {
  const here = grants.filter((grant) => grant.administrationId === administrationId)
  return {
    accountId,
    name,
    roles: [...new Set(here.map(({ role }) => role))].filter(isMemberRole),
    unitIds: here.flatMap(({ unitId }) => unitId ?? []),
  }
}
