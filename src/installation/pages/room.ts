import type { Response } from 'express'
import { holdsWithin, type Role, openStaffVisit, type StaffVisit } from '../../people/index.ts'
import { NotAllowed } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import { rulesUrls, type RulesUrls } from './urls.ts'

/** Who reads the rules of a book. */
export const readers: readonly Role[] = [
  'system_admin',
  'chief_administrator',
  'claims_manager',
  'deputy_claims_manager',
  'office_head',
  'evaluator',
  'auditor',
]

/** Who changes what binds the whole administration. */
export const setters: readonly Role[] = ['system_admin', 'chief_administrator']

/** Who declares that an office is closed. */
export const keepersOfDays: readonly Role[] = [
  ...setters,
  'claims_manager',
  'deputy_claims_manager',
]

/** Who writes down what was published of the services. */
export const keepersOfStandards: readonly Role[] = [...setters, 'claims_manager']

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
