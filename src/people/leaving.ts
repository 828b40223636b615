import type { System } from '../system.ts'
import { isStanding } from './grant-policy.ts'
import type { StoredGrant } from './grant-store.ts'
import type { Role } from './roles.ts'
import type { PlainDate } from '../platform/dates.ts'

export interface WhoLeaves {
  administrationIds: readonly string[]
  accountId: string
}

/** What another room has to settle when somebody leaves. */
export interface Leaving {
  /** How many cases the person has in hand there. */
  count(system: System, who: WhoLeaves): Promise<number>
  /** Gives them to those who go on. */
  release(system: System, who: WhoLeaves, by: string): Promise<void>
  /** Where they can be handed over one by one first. */
  reliefUrl(slug: string, accountId: string): string
}

const HANDLING: readonly Role[] = ['unit_handler', 'unit_head', 'office_head']

/** Where the person has cases no more once these grants end. */
export function placesLeft(
  grants: readonly StoredGrant[],
  ending: readonly StoredGrant[],
  day: PlainDate,
): string[] {
  const handling = grants.filter((grant) => isStanding(grant, day) && HANDLING.includes(grant.role))
  const staying = handling.filter(
    (grant) => !ending.some(({ grantId }) => grantId === grant.grantId),
  )
  const stays = new Set(staying.map(({ administrationId }) => administrationId))
  const places = handling.flatMap(({ administrationId }) => administrationId ?? [])
  return [...new Set(places)].filter((administrationId) => !stays.has(administrationId))
}
