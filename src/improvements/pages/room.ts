import type { Request, Response } from 'express'
import type { Centre } from '../../administrations/index.ts'
import { openStaffVisit, type Staff, type StaffVisit } from '../../people/index.ts'
import { NotFound } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import type { ImprovementPlace } from '../improvement-place.ts'
import { mayImprove } from '../improvement-policy.ts'

/** What every page of the improvement starts from: who comes, and to which centre. */
export interface ImprovementRoom extends StaffVisit {
  /** The one chosen by `?centro=`, else the person's own; null: what is of all centres. */
  centre: Centre | null
  place: ImprovementPlace
  /** Those that may be chosen. */
  centres: readonly Centre[]
  /** Whether what is of all centres may be looked at. */
  seesAll: boolean
  mayImprove: boolean
  /** The address with the same centre chosen. */
  here: (url: string) => string
}

/** For pages behind `staffOf`; a centre that is not the person's to see does not exist. */
export async function enterRoom(
  system: System,
  response: Response,
  request: Request,
): Promise<ImprovementRoom> {
  const visit = await openStaffVisit(system, response)
  const { administrationId } = visit.deed
  const own = ownCentres(visit.staff, administrationId)
  const centres = visit.book.centres.filter(({ centreId }) => own === null || own.has(centreId))
  const centre = chosenCentre(request.query.centro, centres, own)
  const place = { administrationId, centreId: centre?.centreId ?? null }
  return {
    ...visit,
    centre,
    place,
    centres,
    seesAll: own === null,
    mayImprove: mayImprove(visit.staff, place),
    here: (url) => withCentre(url, centre),
  }
}

/** Null: a post that reaches further than centres, and so all of them. */
function ownCentres(staff: Staff, administrationId: string): ReadonlySet<string> | null {
  const own = new Set<string>()
  for (const grant of staff.grants) {
    if (grant.administrationId !== null && grant.administrationId !== administrationId) continue
    if (grant.centreId === null) return null
    own.add(grant.centreId)
  }
  return own
}

function chosenCentre(
  asked: unknown,
  centres: readonly Centre[],
  own: ReadonlySet<string> | null,
): Centre | null {
  if (typeof asked === 'string' && asked !== '') {
    const centre = centres.find(({ slug }) => slug === asked)
    if (!centre) throw new NotFound()
    return centre
  }
  if (own === null) return null
  const [first] = centres
  // whoever works in a centre has nothing to see where that centre is closed
  if (!first) throw new NotFound()
  return first
}

function withCentre(url: string, centre: Centre | null): string {
  if (!centre) return url
  return `${url}${url.includes('?') ? '&' : '?'}centro=${centre.slug}`
}

/** What `views/improvements/centre-choice.ejs` shows; one alone is no choice. */
export function centreChoice({ centre, centres, seesAll, t }: ImprovementRoom, action: string) {
  const all = seesAll ? [{ value: '', text: t('improvements.all_centres') }] : []
  const items = [...all, ...centres.map(({ slug, name }) => ({ value: slug, text: name }))]
  return { action, items, value: centre?.slug ?? '', shown: items.length > 1 }
}
