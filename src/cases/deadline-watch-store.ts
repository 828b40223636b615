import type { ExpressionBuilder } from 'kysely'
import type { Tx } from '../platform/database/connection.ts'
import type { Tables } from '../platform/database/tables.ts'
import { CASE_COLUMNS, caseFromRow } from './case-row.ts'
import type { LockedCase } from './case-store.ts'

/** Cases as the clocks know them. */
type CaseIds = readonly { administrationId: string; caseId: string }[]

/** For work by the clock, in an order that no two transactions take differently. */
export async function lockCasesById(tx: Tx, ids: CaseIds): Promise<LockedCase[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('cases')
    .select([...CASE_COLUMNS, 'history_head'])
    .where(areAmong(ids))
    .orderBy('case_id')
    .forUpdate()
    .execute()
  return rows.map((row) => ({ ...caseFromRow(row), historyHead: row.history_head }))
}

/** A flag and no state: late is still due. */
export async function markCasesOverdue(tx: Tx, ids: CaseIds): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('cases')
    .set({ overdue: true })
    .where(areAmong(ids))
    .where('is_open', '=', true)
    .execute()
}

function areAmong(ids: CaseIds) {
  return (on: ExpressionBuilder<Tables, 'cases'>) =>
    on.and([
      on('administration_id', 'in', [...new Set(ids.map((one) => one.administrationId))]),
      on(
        'case_id',
        'in',
        ids.map(({ caseId }) => caseId),
      ),
    ])
}
