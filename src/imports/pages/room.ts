import type { Response } from 'express'
import { holdsWithin, openStaffVisit, type StaffVisit } from '../../people/index.ts'
import type { System } from '../../system.ts'
import { bringers, erasers, readers } from '../import-policy.ts'
import { importUrls, type ImportUrls } from './urls.ts'

/** What every page of older books starts from. */
export interface Room extends StaffVisit {
  urls: ImportUrls
  mayBring: boolean
  mayRead: boolean
  mayErase: boolean
}

export async function enterRoom(system: System, response: Response): Promise<Room> {
  const visit = await openStaffVisit(system, response)
  const { administrationId } = visit.deed
  return {
    ...visit,
    urls: importUrls(visit.slug),
    mayBring: holdsWithin(visit.staff, bringers, administrationId),
    mayRead: holdsWithin(visit.staff, readers, administrationId),
    mayErase: holdsWithin(visit.staff, erasers, administrationId),
  }
}
