import type { Response } from 'express'
import { openStaffVisit, type StaffVisit } from '../../people/index.ts'
import type { System } from '../../system.ts'
import { finderOf, type Finder } from '../view-policy.ts'
import { viewUrls, type ViewUrls } from '../urls.ts'

/** What every page of the saved views starts from. */
export interface Room extends StaffVisit {
  urls: ViewUrls
  finder: Finder
}

export async function enterRoom(system: System, response: Response): Promise<Room> {
  const visit = await openStaffVisit(system, response)
  return {
    ...visit,
    urls: viewUrls(visit.slug),
    finder: finderOf(visit.staff, visit.deed.administrationId),
  }
}
