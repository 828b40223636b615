import { accountNames, listGrantsOf, listHolders, type Role } from '../../people/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type { ImprovementPlace } from '../improvement-place.ts'
import { improvementReaders } from '../improvement-policy.ts'

/** Who can be asked to do something in a place: whoever works there. */
export const possibleOwners: readonly Role[] = [...improvementReaders, 'site_officer']

export async function listPossibleOwners(
  db: Db,
  place: ImprovementPlace,
  today: PlainDate,
): Promise<{ value: string; text: string }[]> {
  const ids = await listHolders(db, possibleOwners, place, today)
  const names = await accountNames(db, ids)
  return [...names]
    .map(([value, text]) => ({ value, text }))
    .toSorted((one, other) => one.text.localeCompare(other.text))
}

/** Those of these accounts who hold nothing any more: what they owed stays owed, by somebody else. */
export async function listThoseWhoLeft(
  db: Db,
  accountIds: readonly string[],
  today: PlainDate,
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(accountIds)]
  const grants = await listGrantsOf(db, ids)
  const here = new Set(
    grants
      .filter(
        ({ revoked, validFrom, validUntil }) =>
          !revoked && validFrom <= today && (validUntil === null || validUntil >= today),
      )
      .map(({ accountId }) => accountId),
  )
  return new Set(ids.filter((id) => !here.has(id)))
}
