import type { Db } from '../platform/database/connection.ts'
import type { CaseState } from './case-states.ts'

/** What the rows of cases claim, for comparison with their histories. */
export interface CaseHead {
  caseNumber: string
  state: CaseState
  historyLength: number
  historyHead: Buffer
}

export async function listHeads(
  db: Db,
  administrationId: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, CaseHead>> {
  const rows = await db
    .selectFrom('cases')
    .select(['case_id', 'case_number', 'state', 'history_length', 'history_head'])
    .where('administration_id', '=', administrationId)
    .where('case_id', 'in', caseIds)
    .execute()
  return new Map(
    rows.map((row) => [
      row.case_id,
      {
        caseNumber: row.case_number,
        state: row.state,
        historyLength: row.history_length,
        historyHead: row.history_head,
      },
    ]),
  )
}

export interface ContentToVerify {
  body: string | null
  salt: Buffer | null
}

export async function listContentsToVerify(
  db: Db,
  administrationId: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, ContentToVerify>> {
  const rows = await db
    .selectFrom('case_contents')
    .select(['content_id', 'body', 'salt'])
    .where('administration_id', '=', administrationId)
    .where('case_id', 'in', caseIds)
    .execute()
  return new Map(rows.map((row) => [row.content_id, { body: row.body, salt: row.salt }]))
}
