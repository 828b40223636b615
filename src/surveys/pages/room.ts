import type { Request, Response } from 'express'
import { holdsWithin, openStaffVisit, type StaffVisit } from '../../people/index.ts'
import { idIn } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { keepers, readersOfWords } from '../survey-policy.ts'
import { surveyUrls, type SurveyUrls } from './urls.ts'

/** What every page of the campaigns starts from. */
export interface Room extends StaffVisit {
  urls: SurveyUrls
  mayKeep: boolean
  mayReadWords: boolean
}

export async function enterRoom(system: System, response: Response): Promise<Room> {
  const visit = await openStaffVisit(system, response)
  const { slug, staff, deed } = visit
  return {
    ...visit,
    urls: surveyUrls(slug),
    mayKeep: holdsWithin(staff, keepers, deed.administrationId),
    mayReadWords: holdsWithin(staff, readersOfWords, deed.administrationId),
  }
}

export function campaignIdOf(request: Request): string {
  return idIn(request, 'campaignId')
}
