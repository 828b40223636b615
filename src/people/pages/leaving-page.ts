import type { Request, Response } from 'express'
import { holds } from '../staff-policy.ts'
import { noErrors, render, typedIn } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { listGrantsOf, type StoredGrant } from '../grant-store.ts'
import { placesLeft, type Leaving, type WhoLeaves } from '../leaving.ts'
import type { ViewGround } from './person-view.ts'

interface Ending {
  ground: ViewGround
  person: { accountId: string; name: string }
  /** Where the form was sent, and is sent again with the answer. */
  action: string
  backUrl: string
  /** Null: all of them, with the account. */
  grantId: string | null
  /** From which the form was made; empty where there is none. */
  version: string
}

/** What becomes of the cases in hand once somebody's posts end. */
export type AfterLeaving = (by: string) => Promise<void>

/**
 * Asks what becomes of the cases, when somebody has some and this is the last post in which they could. Null: the
 * question stands on the page now; otherwise what is to be done once the post has ended.
 */
export async function askAboutCases(
  system: System,
  leaving: Leaving,
  request: Request,
  response: Response,
  ending: Ending,
): Promise<AfterLeaving | null> {
  const { person, ground } = ending
  const who = await whoLeaves(system, ending)
  const count = who.administrationIds.length === 0 ? 0 : await leaving.count(system, who)
  if (count === 0) return () => Promise.resolve()
  if (typedIn(request)('casos') === 'area') return (by) => leaving.release(system, who, by)
  const { t, staff, workplace } = ground
  const isResponsible = holds(staff, ['claims_manager', 'deputy_claims_manager'], workplace)
  const view = {
    title: t('people.leaving.title', { name: person.name }),
    error: false,
    errors: noErrors,
    notice: null,
    count,
    action: ending.action,
    backUrl: ending.backUrl,
    version: ending.version,
    closes: ending.grantId === null,
    reliefUrl: isResponsible ? leaving.reliefUrl(workplace.slug, person.accountId) : null,
  }
  render(response, 'people/leaving', view, { status: 422, layout: 'staff' })
  return null
}

async function whoLeaves(system: System, { person, grantId, ground }: Ending): Promise<WhoLeaves> {
  const grants = await listGrantsOf(system.db, [person.accountId])
  const ending = grants.filter(
    (grant: StoredGrant) => grantId === null || grant.grantId === grantId,
  )
  return {
    accountId: person.accountId,
    administrationIds: placesLeft(grants, ending, ground.day),
  }
}
