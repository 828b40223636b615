import { readAllCaseFacts } from '../../cases/index.ts'
import { listLegacyFacts } from '../../imports/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import type { CaseFacts } from './case-facts.ts'

const PORTION = 2000

/** What every feature that keeps cases tells of all of them, in portions. */
export async function* readAllFacts(
  db: Db,
  administrationId: string,
): AsyncGenerator<readonly CaseFacts[]> {
  yield* readAllCaseFacts(db, administrationId)
  for (let after: string | null = null; ;) {
    const facts: CaseFacts[] = await listLegacyFacts(db, administrationId, after, PORTION)
    if (facts.length === 0) return
    yield facts
    after = facts.at(-1)?.caseId ?? null
  }
}
