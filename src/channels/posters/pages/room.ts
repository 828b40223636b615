import type { Request, Response } from 'express'
import { isDoorOpen } from '../../../corruption-reports/index.ts'
import { openStaffVisit, type StaffVisit } from '../../../people/index.ts'
import { NotAllowed } from '../../../platform/errors.ts'
import { idIn } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { centresOf, mayKeepLinks } from '../link-policy.ts'
import type { LinkChoices } from '../link-form.ts'
import { getLink } from '../poster-link-store.ts'
import type { PosterLink } from '../poster-link.ts'
import { posterUrls, type PosterUrls } from './urls.ts'

/** What every staff page of links and posters starts from. */
export interface Room extends StaffVisit {
  /** The centres whose links the person keeps; null: all. */
  centreIds: readonly string[] | null
  urls: PosterUrls
}

export async function enterRoom(system: System, response: Response): Promise<Room> {
  const visit = await openStaffVisit(system, response)
  const { slug, staff, deed } = visit
  return {
    ...visit,
    centreIds: centresOf(staff, deed.administrationId),
    urls: posterUrls(slug),
  }
}

export async function choicesOf(system: System, room: Room): Promise<LinkChoices> {
  const { book: rules, today: day, centreIds } = room
  return { rules, day, centreIds, doorOpen: await isDoorOpen(system, rules) }
}

/** The link of the address, if the person keeps it; those of other centres are none of theirs. */
export async function ownLink(
  { db }: System,
  request: Request,
  { staff, deed: { administrationId } }: Room,
): Promise<PosterLink> {
  const link = await getLink(db, administrationId, idIn(request, 'linkId'))
  if (!mayKeepLinks(staff, link)) throw new NotAllowed()
  return link
}
