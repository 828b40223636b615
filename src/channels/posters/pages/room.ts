import type { Request, Response } from 'express'
import { getBookRulesById, type BookRules } from '../../../administrations/index.ts'
import { isDoorOpen } from '../../../corruption-reports/index.ts'
import { requireStaff, requireWorkplace, type Staff } from '../../../people/index.ts'
import { localDate, type PlainDate } from '../../../platform/dates.ts'
import { NotAllowed, NotFound } from '../../../platform/errors.ts'
import type { T } from '../../../platform/i18n/index.ts'
import type { System } from '../../../system.ts'
import type { LinkDeed } from '../actions/link-deed.ts'
import { centresOf, mayKeepLinks } from '../link-policy.ts'
import type { LinkChoices } from '../link-form.ts'
import { getLink } from '../poster-link-store.ts'
import type { PosterLink } from '../poster-link.ts'
import { posterUrls, type PosterUrls } from './urls.ts'

/** What every staff page of links and posters starts from. */
export interface Room {
  rules: BookRules
  staff: Staff
  deed: LinkDeed
  today: PlainDate
  /** The centres whose links the person keeps; null: all. */
  centreIds: readonly string[] | null
  urls: PosterUrls
  lang: string
  t: T
}

export async function enterRoom(system: System, response: Response): Promise<Room> {
  const { administrationId, slug } = requireWorkplace(response)
  const staff = requireStaff(response)
  const at = system.clock()
  const rules = await getBookRulesById(system, administrationId, at)
  const { lang, t } = response.locals
  return {
    rules,
    staff,
    deed: { administrationId, accountId: staff.accountId, at },
    today: localDate(at, rules.administration.timeZone),
    centreIds: centresOf(staff, administrationId),
    urls: posterUrls(slug),
    lang,
    t,
  }
}

export async function choicesOf(system: System, room: Room): Promise<LinkChoices> {
  const { rules, today: day, centreIds } = room
  return { rules, day, centreIds, doorOpen: await isDoorOpen(system, rules) }
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** The link of the address, if the person keeps it; those of other centres are none of theirs. */
export async function ownLink(
  { db }: System,
  request: Request,
  { staff, deed: { administrationId } }: Room,
): Promise<PosterLink> {
  const { linkId } = request.params
  if (typeof linkId !== 'string' || !UUID.test(linkId)) throw new NotFound()
  const link = await getLink(db, administrationId, linkId.toLowerCase())
  if (!mayKeepLinks(staff, link)) throw new NotAllowed()
  return link
}
