import type { Request, Response } from 'express'
import { getBookRulesById, wearTheme, type BookRules } from '../../administrations/index.ts'
import { isFollowing, listCasesById, rememberFollower, type Case } from '../../cases/index.ts'
import { localDate, type PlainDate } from '../../platform/dates.ts'
import type { System } from '../../system.ts'
import type { DataRequest } from '../data-request.ts'
import { listRequestCases } from '../request-step-store.ts'
import { findToFollow } from '../request-store.ts'

/** A person with their request: they matched its secret, or that of their own case from which they asked. */
export interface FollowRoom {
  request: DataRequest
  items: readonly Case[]
  book: BookRules
  today: PlainDate
  now: Date
}

/** Null: the secret must be asked for. Whether the number exists is not told. */
export async function openFollowRoom(
  system: System,
  request: Request,
  response: Response,
): Promise<FollowRoom | null> {
  const now = system.clock()
  const number = String(request.params['requestNumber'])
  const follows = (which: string) => isFollowing(system, request, which, now)
  const found = await findToFollow(system.db, number)
  if (!found) return null
  const { administrationId, filedBy } = found.request
  const caseIds = await listRequestCases(system.db, found.request)
  const items = await listCasesById(system.db, administrationId, caseIds)
  const isOwn =
    filedBy === null && items.length > 0 && items.every((item) => follows(item.caseNumber))
  if (!follows(number) && !isOwn) return null
  const book = await getBookRulesById(system, administrationId, now)
  wearTheme(response, book.administration)
  rememberFollower(system, response, number, now)
  return {
    request: found.request,
    items,
    book,
    today: localDate(now, book.administration.timeZone),
    now,
  }
}
