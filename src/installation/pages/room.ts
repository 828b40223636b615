import type { Response } from 'express'
import { holdsWithin, openStaffVisit, type StaffVisit } from '../../people/index.ts'
import { NotAllowed } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import { keepersOfDays, keepersOfStandards, setters } from '../setting-policy.ts'
import { rulesUrls, type RulesUrls } from './urls.ts'

/** What every page of the rules starts from. */
export interface Room extends StaffVisit {
  urls: RulesUrls
  maySet: boolean
  mayKeepDays: boolean
  mayKeepStandards: boolean
}

export async function enterRoom(system: System, response: Response): Promise<Room> {
  const visit = await openStaffVisit(system, response)
  const { slug, staff, deed } = visit
  return {
    ...visit,
    urls: rulesUrls(slug),
    maySet: holdsWithin(staff, setters, deed.administrationId),
    mayKeepDays: holdsWithin(staff, keepersOfDays, deed.administrationId),
    mayKeepStandards: holdsWithin(staff, keepersOfStandards, deed.administrationId),
  }
}

export function allow(permitted: boolean): void {
  if (!permitted) throw new NotAllowed()
}
