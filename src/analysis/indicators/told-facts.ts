import { readAllCaseFacts, readCaseFacts } from '../../cases/index.ts'
import { listLegacyFacts } from '../../imports/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import { causesOfCases } from '../findings/index.ts'
import type { CaseFacts } from './case-facts.ts'

const PORTION = 2000

/** What every feature that keeps cases tells of all of them, in portions. */
export async function* readAllFacts(
  db: Db,
  administrationId: string,
): AsyncGenerator<readonly CaseFacts[]> {
  for await (const facts of readAllCaseFacts(db, administrationId)) {
    yield await withCauses(db, administrationId, facts)
  }
  for (let after: string | null = null; ;) {
    const facts: CaseFacts[] = await listLegacyFacts(db, administrationId, after, PORTION)
    if (facts.length === 0) return
    yield await withCauses(db, administrationId, facts)
    after = facts.at(-1)?.caseId ?? null
  }
}

/** The same of some cases of the book. */
export async function readFactsOf(
  db: Db,
  administrationId: string,
  caseIds: readonly string[],
): Promise<CaseFacts[]> {
  return withCauses(db, administrationId, await readCaseFacts(db, administrationId, caseIds))
}

/** A case does not know its cause: an analyst finds it. */
async function withCauses(
  db: Db,
  administrationId: string,
  facts: readonly CaseFacts[],
): Promise<CaseFacts[]> {
  const ids = facts.map(({ caseId }) => caseId)
  const causes = await causesOfCases(db, administrationId, ids)
  return facts.map((fact) => ({ ...fact, cause: causes.get(fact.caseId) ?? null }))
}
