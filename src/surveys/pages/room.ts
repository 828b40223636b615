import type { Request, Response } from 'express'
import { getBookRulesById, type BookRules } from '../../administrations/index.ts'
import { holdsWithin, requireStaff, requireWorkplace } from '../../people/index.ts'
import { localDate, type PlainDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import type { T } from '../../platform/i18n/index.ts'
import type { System } from '../../system.ts'
import type { SurveyDeed } from '../actions/open-campaign.ts'
import { keepers, readersOfWords } from '../survey-policy.ts'
import { surveyUrls, type SurveyUrls } from './urls.ts'

/** What every page of the campaigns starts from. */
export interface Room {
  book: BookRules
  deed: SurveyDeed
  today: PlainDate
  urls: SurveyUrls
  mayKeep: boolean
  mayReadWords: boolean
  lang: string
  t: T
}

export async function enterRoom(system: System, response: Response): Promise<Room> {
  const { administrationId, slug } = requireWorkplace(response)
  const staff = requireStaff(response)
  const at = system.clock()
  const book = await getBookRulesById(system, administrationId, at)
  const { lang, t } = response.locals
  return {
    book,
    deed: { administrationId, accountId: staff.accountId, at },
    today: localDate(at, book.administration.timeZone),
    urls: surveyUrls(slug),
    mayKeep: holdsWithin(staff, keepers, administrationId),
    mayReadWords: holdsWithin(staff, readersOfWords, administrationId),
    lang,
    t,
  }
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

export function campaignIdOf(request: Request): string {
  const { campaignId } = request.params
  if (typeof campaignId !== 'string' || !UUID.test(campaignId)) throw new NotFound()
  return campaignId.toLowerCase()
}
