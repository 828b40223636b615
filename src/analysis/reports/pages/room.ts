import type { Request, Response } from 'express'
import { holdsWithin, openStaffVisit, type StaffVisit } from '../../../people/index.ts'
import { idIn } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { signers, writers } from '../report-policy.ts'
import { reportUrls, type ReportUrls } from './urls.ts'

/** What every page of the reports starts from. */
export interface Room extends StaffVisit {
  urls: ReportUrls
  mayWrite: boolean
  maySign: boolean
}

export async function enterRoom(system: System, response: Response): Promise<Room> {
  const visit = await openStaffVisit(system, response)
  const { slug, staff, deed } = visit
  return {
    ...visit,
    urls: reportUrls(slug),
    mayWrite: holdsWithin(staff, writers, deed.administrationId),
    maySign: holdsWithin(staff, signers, deed.administrationId),
  }
}

export function reportIdOf(request: Request): string {
  return idIn(request, 'reportId')
}
