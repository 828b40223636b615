import { listGrantsOf } from '../people/index.ts'
import type { Db } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { DraftInHand } from './case-policy.ts'

/** A draft as whoever may approve it depends on it: by whom, of which centres' staff on the day. */
export async function draftInHand<Draft extends { authorId: string }>(
  db: Db,
  draft: Draft,
  day: PlainDate,
): Promise<Draft & DraftInHand> {
  const grants = await listGrantsOf(db, [draft.authorId])
  const authorCentreIds = grants.flatMap(({ centreId, revoked, validFrom, validUntil }) => {
    const isValid = !revoked && validFrom <= day && (validUntil === null || validUntil >= day)
    return isValid && centreId !== null ? [centreId] : []
  })
  return { ...draft, authorCentreIds }
}
