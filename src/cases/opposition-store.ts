import type { Db, Tx } from '../platform/database/connection.ts'
import { listErasedCases } from './erased-store.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    case_oppositions: { administration_id: string; case_id: string; opposed_at: Date }
  }
}

interface Which {
  administrationId: string
  caseId: string
}

/** From now on no analysis reads it, nothing of it is quoted and nothing is told about results. */
export async function insertOpposition(tx: Tx, which: Which, now: Date): Promise<void> {
  await tx
    .insertInto('case_oppositions')
    .values({
      administration_id: which.administrationId,
      case_id: which.caseId,
      opposed_at: now,
    })
    .execute()
  await tx
    .updateTable('cases')
    .set({ quotation: false, results_told: false })
    .where('administration_id', '=', which.administrationId)
    .where('case_id', '=', which.caseId)
    .execute()
}

export async function isOpposed(db: Db, { administrationId, caseId }: Which): Promise<boolean> {
  return (await listOpposed(db, administrationId, [caseId])).length > 0
}

/** Those of these cases whose words were erased or may not be read on: whoever copied them forgets them. */
export async function listUnreadableCases(
  db: Db,
  administrationId: string,
  caseIds: readonly string[],
): Promise<string[]> {
  if (caseIds.length === 0) return []
  const erased = await listErasedCases(db, administrationId, caseIds)
  return [...new Set([...erased, ...(await listOpposed(db, administrationId, caseIds))])]
}

async function listOpposed(
  db: Db,
  administrationId: string,
  caseIds: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('case_oppositions')
    .select('case_id')
    .where('administration_id', '=', administrationId)
    .where('case_id', 'in', caseIds)
    .execute()
  return rows.map(({ case_id }) => case_id)
}
