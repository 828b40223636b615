import type { StoredGrant } from '../people/index.ts'
import type { PlainDate } from '../platform/dates.ts'

/** Where somebody worked on a day: their unit, else their centre; null: in the whole administration. */
export function officeOf(
  grants: readonly StoredGrant[],
  {
    accountId,
    administrationId,
    day,
  }: {
    accountId: string
    administrationId: string
    day: PlainDate
  },
  names: ReadonlyMap<string, string>,
): string | null {
  const held = grants.filter(
    (grant) =>
      grant.accountId === accountId &&
      grant.administrationId === administrationId &&
      grant.validFrom <= day &&
      (grant.validUntil === null || grant.validUntil >= day),
  )
  const places = held.map(({ unitId, centreId }) => unitId ?? centreId)
  return places.map((id) => id && names.get(id)).find((name) => typeof name === 'string') || null
}
