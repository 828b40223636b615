import type { Db } from '../platform/database/connection.ts'
import type { CaseViewer } from './case-policy.ts'
import { CASE_COLUMNS } from './case-row.ts'
import { visibleTo } from './desk-conditions-store.ts'

/** The cases that a viewer may see, for the store of another room to join with a table of its own. */
export function seenCases(db: Db, viewer: CaseViewer) {
  return db
    .selectFrom('cases')
    .select(CASE_COLUMNS)
    .where('administration_id', '=', viewer.administrationId)
    .where((on) => visibleTo(on, viewer))
}
