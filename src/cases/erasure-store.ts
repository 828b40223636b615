import type { Db, Tx } from '../platform/database/connection.ts'
import type { Forgotten } from './actions/keep-no-longer.ts'
import type { CaseRef } from './case-store.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    case_erasures: {
      administration_id: string
      case_id: string
      what: Forgotten
      erased_at: Date
    }
  }
}

/** What a person took back of a case. */
export interface TakenBack extends CaseRef {
  what: Forgotten
}

export async function insertErasure(
  tx: Tx,
  { administrationId, caseId }: { administrationId: string; caseId: string },
  what: Forgotten,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('case_erasures')
    .values({ administration_id: administrationId, case_id: caseId, what, erased_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function listErasures(db: Db): Promise<TakenBack[]> {
  return db
    .selectFrom('case_erasures as erasure')
    .innerJoin('cases as item', (join) =>
      join
        .onRef('item.administration_id', '=', 'erasure.administration_id')
        .onRef('item.case_id', '=', 'erasure.case_id'),
    )
    .select(['item.administration_id as administrationId', 'item.case_number as caseNumber'])
    .select('erasure.what')
    .orderBy('erasure.erased_at')
    .orderBy('item.case_number')
    .execute()
}
