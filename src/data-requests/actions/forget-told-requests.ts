import { listErasedCases } from '../../cases/index.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type { System } from '../../system.ts'
import { eraseWordsOf, listKeptRequests } from '../request-retention-store.ts'

/** Time to read the answer where it is followed; no letter is tried for so long. */
const TOLD_WITHIN = 14 * 24 * 60 * 60 * 1000

/** Whoever had their data erased stays in no request either: neither in that one, nor in others about those cases. */
export async function forgetToldRequests(
  { db }: Pick<System, 'db'>,
  administrationId: string,
  { now, today }: { now: Date; today: PlainDate },
): Promise<void> {
  const told = new Date(now.getTime() - TOLD_WITHIN)
  const kept = await listKeptRequests(db, administrationId, told)
  const caseIds = [...new Set(kept.flatMap((request) => request.caseIds))]
  const erased = new Set(await listErasedCases(db, administrationId, caseIds))
  const gone = kept.filter(
    ({ right, state, caseIds: about }) =>
      (right === 'erasure' && state === 'effective') || about.some((caseId) => erased.has(caseId)),
  )
  const requestIds = gone.map(({ requestId }) => requestId)
  await eraseWordsOf(db, administrationId, requestIds, today)
}
