import { holdsWithin, type Staff } from '../people/index.ts'
import type { Db } from '../platform/database/connection.ts'
import { readers } from './import-policy.ts'
import type { KeptLegacyCase } from './legacy-row.ts'
import { listLegacyCasesOf } from './legacy-store.ts'

/** A legacy case, as far as a link to it and its words go. */
export interface OpenLegacyCase {
  caseId: string
  number: string
  receivedOn: string
  /** As it was called there. */
  state: string | null
  text: string
}

/** The newest of these, and how many there are of those that this person may read; the look at their words is to be recorded by whoever shows them. */
export async function listLegacyCasesOpenTo(
  db: Db,
  staff: Staff,
  administrationId: string,
  caseIds: readonly string[],
  limit: number,
): Promise<{ cases: OpenLegacyCase[]; seen: number }> {
  if (limit <= 0 || caseIds.length === 0 || !holdsWithin(staff, readers, administrationId)) {
    return { cases: [], seen: 0 }
  }
  const { cases, all } = await listLegacyCasesOf(db, administrationId, caseIds, limit)
  return { cases: cases.map(openCase), seen: all }
}

function openCase(one: KeptLegacyCase): OpenLegacyCase {
  return {
    caseId: one.legacyId,
    number: one.legacyNumber,
    receivedOn: one.receivedOn,
    state: one.stateTold ?? one.state,
    text: one.text,
  }
}
