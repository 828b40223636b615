import type { Db } from '../platform/database/connection.ts'
import type { CaseViewer } from './case-policy.ts'
import { CASE_COLUMNS, caseFromRow } from './case-row.ts'
import type { Case } from './case.ts'
import { dueKey, visibleTo } from './desk-conditions-store.ts'

/** The open cases that somebody has in hand, as far as the viewer may see them, the most pressing first. */
export async function listInHand(
  db: Db,
  viewer: CaseViewer,
  accountId: string,
  limit: number,
): Promise<Case[]> {
  const rows = await db
    .selectFrom('cases')
    .select(CASE_COLUMNS)
    .where('administration_id', '=', viewer.administrationId)
    .where('handler_id', '=', accountId)
    .where('is_open', '=', true)
    .where((on) => visibleTo(on, viewer))
    .orderBy(dueKey)
    .orderBy('case_number')
    .limit(limit)
    .execute()
  return rows.map(caseFromRow)
}

/** The same for the system itself, which sees all. */
export async function listOpenOf(
  db: Db,
  administrationId: string,
  accountId: string,
  limit: number,
): Promise<Case[]> {
  const rows = await db
    .selectFrom('cases')
    .select(CASE_COLUMNS)
    .where('administration_id', '=', administrationId)
    .where('handler_id', '=', accountId)
    .where('is_open', '=', true)
    .orderBy(dueKey)
    .orderBy('case_number')
    .limit(limit)
    .execute()
  return rows.map(caseFromRow)
}

/** Everybody who has an open case in hand. */
export async function listHandlers(db: Db, administrationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('cases')
    .select('handler_id')
    .distinct()
    .where('administration_id', '=', administrationId)
    .where('is_open', '=', true)
    .where('handler_id', 'is not', null)
    .execute()
  return rows.flatMap((row) => row.handler_id ?? [])
}

/** The last note of each case: what colleagues should know of it. */
export async function listLastNotes(
  db: Db,
  administrationId: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (caseIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('case_contents')
    .distinctOn('case_id')
    .select(['case_id', 'body'])
    .where('administration_id', '=', administrationId)
    .where('case_id', 'in', caseIds)
    .where('kind', '=', 'note')
    .where('body', 'is not', null)
    .orderBy('case_id')
    .orderBy('written_at', 'desc')
    .execute()
  return new Map(rows.map(({ case_id, body }) => [case_id, body ?? '']))
}
