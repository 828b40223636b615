import type { Request, Response } from 'express'
import { getBookRulesById, type BookRules } from '../../administrations/index.ts'
import { requireStaff, requireWorkplace } from '../../people/index.ts'
import { NotFound } from '../../platform/errors.ts'
import { localDate, type PlainDate } from '../../platform/dates.ts'
import type { System } from '../../system.ts'
import type { RuleDeed } from '../actions/rule-deed.ts'
import { routingUrls, type RoutingUrls } from './urls.ts'

/** What every page of the routing rules starts from. */
export interface Room {
  book: BookRules
  deed: RuleDeed
  today: PlainDate
  urls: RoutingUrls
}

export async function enterRoom(system: System, response: Response): Promise<Room> {
  const { administrationId, slug } = requireWorkplace(response)
  const at = system.clock()
  const book = await getBookRulesById(system, administrationId, at)
  return {
    book,
    deed: { administrationId, accountId: requireStaff(response).accountId, at },
    today: localDate(at, book.administration.timeZone),
    urls: routingUrls(slug),
  }
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

export function ruleIdOf(request: Request): string {
  const { ruleId } = request.params
  if (typeof ruleId !== 'string' || !UUID.test(ruleId)) throw new NotFound()
  return ruleId.toLowerCase()
}
