import { randomBytes } from 'node:crypto'
import { sql, type Updateable } from 'kysely'
import { NotFound } from '../platform/errors.ts'
import type { Db, Tx } from '../platform/database/connection.ts'
import type { Case } from './case.ts'
import { CASE_COLUMNS, caseFromRow } from './case-row.ts'
import type { CaseTable } from './case-tables.ts'

export interface CaseRef {
  administrationId: string
  caseNumber: string
}

export async function findCase(db: Db, ref: CaseRef): Promise<Case | null> {
  const row = await db
    .selectFrom('cases')
    .select(CASE_COLUMNS)
    .where('case_number', '=', ref.caseNumber)
    .where('administration_id', '=', ref.administrationId)
    .executeTakeFirst()
  return row ? caseFromRow(row) : null
}

export async function getCaseById(db: Db, administrationId: string, caseId: string): Promise<Case> {
  const row = await db
    .selectFrom('cases')
    .select(CASE_COLUMNS)
    .where('administration_id', '=', administrationId)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return caseFromRow(row)
}

export async function listCasesById(
  db: Db,
  administrationId: string,
  caseIds: readonly string[],
): Promise<Case[]> {
  if (caseIds.length === 0) return []
  const rows = await db
    .selectFrom('cases')
    .select(CASE_COLUMNS)
    .where('administration_id', '=', administrationId)
    .where('case_id', 'in', caseIds)
    .execute()
  return rows.map(caseFromRow)
}

/** Within one administration; numbers that nobody has are left out. */
export async function listCasesByNumber(
  db: Db,
  administrationId: string,
  caseNumbers: readonly string[],
): Promise<Case[]> {
  if (caseNumbers.length === 0) return []
  const rows = await db
    .selectFrom('cases')
    .select(CASE_COLUMNS)
    .where('administration_id', '=', administrationId)
    .where('case_number', 'in', caseNumbers)
    .execute()
  return rows.map(caseFromRow)
}

/** For lists of other features, which know cases by id only. */
export async function listCaseNumbers(
  db: Db,
  administrationId: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (caseIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('cases')
    .select(['case_id', 'case_number'])
    .where('administration_id', '=', administrationId)
    .where('case_id', 'in', caseIds)
    .execute()
  return new Map(rows.map((row) => [row.case_id, row.case_number]))
}

/** A case held for a step, with the head of its history. */
export interface LockedCase extends Case {
  historyHead: Buffer
}

export async function lockCase(tx: Tx, ref: CaseRef): Promise<LockedCase> {
  const row = await tx
    .selectFrom('cases')
    .select([...CASE_COLUMNS, 'history_head'])
    .where('case_number', '=', ref.caseNumber)
    .where('administration_id', '=', ref.administrationId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return { ...caseFromRow(row), historyHead: row.history_head }
}

/** What a step may change besides the state. */
export type CaseChanges = Pick<
  Updateable<CaseTable>,
  | 'kind'
  | 'centre_id'
  | 'service_id'
  | 'motives'
  | 'desk'
  | 'unit_id'
  | 'handler_id'
  | 'in_hand_since'
  | 'priority'
  | 'restricted'
  | 'door_offered'
  | 'named_officials'
  | 'due_on'
  | 'clock_suspended'
  | 'review_asked'
  | 'outcome'
  | 'answered_at'
  | 'notified_at'
  | 'closed_at'
  | 'close_reason'
  | 'outside_number'
  | 'outside_body'
  | 'linked_case_id'
  | 'overdue'
  | 'held'
>

export async function updateCase(
  tx: Tx,
  item: LockedCase,
  next: CaseChanges & Pick<Updateable<CaseTable>, 'state' | 'history_head' | 'history_length'>,
): Promise<void> {
  await tx
    .updateTable('cases')
    .set(next)
    .where('administration_id', '=', item.administrationId)
    .where('case_id', '=', item.caseId)
    .executeTakeFirstOrThrow()
}

/**
 * Takes out of a case's row what tells of its words, the fingerprint of the whole filing included. Who
 * may see it stays as it was; why that was so does not.
 */
export async function updateErased(
  tx: Tx,
  { administrationId, caseId, restricted }: LockedCase,
  motives: readonly string[],
): Promise<void> {
  await tx
    .updateTable('cases')
    .set({
      summary: '',
      search: sql<string>`''::tsvector`,
      motives: [...motives],
      signals: [],
      priority: 0,
      occurred_on: null,
      occurred_time: null,
      routing_rule_id: null,
      spoken_language: null,
      restricted: restricted === null ? null : 'by_hand',
      door_offered: false,
      outside_number: null,
      request_hash: randomBytes(32),
    })
    .where('administration_id', '=', administrationId)
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
}

/** How many open cases each of these people has in hand. */
export async function countOpenCases(
  db: Db,
  administrationId: string,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (accountIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('cases')
    .select((on) => ['handler_id', on.fn.countAll<number>().as('open')])
    .where('administration_id', '=', administrationId)
    .where('handler_id', 'in', accountIds)
    .where('is_open', '=', true)
    .groupBy('handler_id')
    .execute()
  return new Map(rows.map((row) => [row.handler_id ?? '', row.open]))
}
