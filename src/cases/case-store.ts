import type { Selectable, Updateable } from 'kysely'
import { NotFound } from '../platform/errors.ts'
import type { Db, Tx } from '../platform/database/connection.ts'
import type { Case } from './case.ts'
import type { CaseTable } from './case-tables.ts'

export const CASE_COLUMNS = [
  'administration_id',
  'case_id',
  'case_number',
  'kind',
  'kind_filed',
  'state',
  'is_open',
  'history_length',
  'channel',
  'language',
  'registered_at',
  'occurred_on',
  'occurred_time',
  'centre_id',
  'service_id',
  'motives',
  'desk',
  'unit_id',
  'handler_id',
  'routing_rule_id',
  'priority',
  'restricted',
  'named_officials',
  'signals',
  'due_on',
  'overdue',
  'clock_suspended',
  'answer_by',
  'electronic_notice',
  'results_told',
  'quotation',
  'review_asked',
  'outcome',
  'answered_at',
  'notified_at',
  'closed_at',
  'close_reason',
  'outside_number',
  'outside_body',
  'linked_case_id',
  'regime_code',
  'regime_version',
  'summary',
] as const

type CaseRow = Pick<Selectable<CaseTable>, (typeof CASE_COLUMNS)[number]>

export function caseFromRow(row: CaseRow): Case {
  return {
    administrationId: row.administration_id,
    caseId: row.case_id,
    caseNumber: row.case_number,
    kind: row.kind,
    kindFiled: row.kind_filed,
    state: row.state,
    isOpen: row.is_open,
    historyLength: row.history_length,
    channel: row.channel,
    language: row.language,
    registeredAt: row.registered_at,
    occurredOn: row.occurred_on,
    occurredTime: row.occurred_time,
    centreId: row.centre_id,
    serviceId: row.service_id,
    motives: row.motives,
    desk: row.desk,
    unitId: row.unit_id,
    handlerId: row.handler_id,
    routingRuleId: row.routing_rule_id,
    priority: row.priority,
    restricted: row.restricted,
    namedOfficials: row.named_officials,
    signals: row.signals,
    dueOn: row.due_on,
    overdue: row.overdue,
    clockSuspended: row.clock_suspended,
    answerBy: row.answer_by,
    electronicNotice: row.electronic_notice,
    resultsTold: row.results_told,
    quotation: row.quotation,
    reviewAsked: row.review_asked,
    outcome: row.outcome,
    answeredAt: row.answered_at,
    notifiedAt: row.notified_at,
    closedAt: row.closed_at,
    closeReason: row.close_reason,
    outsideNumber: row.outside_number,
    outsideBody: row.outside_body,
    linkedCaseId: row.linked_case_id,
    regimeCode: row.regime_code,
    regimeVersion: row.regime_version,
    summary: row.summary,
  }
}

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

/** The one that a case follows and those that follow it, most recent first. */
export async function listLinkedCases(
  db: Db,
  { administrationId, caseId, linkedCaseId }: Case,
): Promise<Case[]> {
  const rows = await db
    .selectFrom('cases')
    .select(CASE_COLUMNS)
    .where('administration_id', '=', administrationId)
    .where((on) =>
      on.or([
        on('linked_case_id', '=', caseId),
        ...(linkedCaseId === null ? [] : [on('case_id', '=', linkedCaseId)]),
      ]),
    )
    .orderBy('registered_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(caseFromRow)
}

/** By number alone, with the hash that the secret must match. */
export async function findCaseForFollower(
  db: Db,
  caseNumber: string,
): Promise<{ item: Case; tokenHash: Buffer } | null> {
  const row = await db
    .selectFrom('cases')
    .select([...CASE_COLUMNS, 'tracking_token_hash'])
    .where('case_number', '=', caseNumber)
    .executeTakeFirst()
  return row ? { item: caseFromRow(row), tokenHash: row.tracking_token_hash } : null
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

/** For work by the clock, in an order that no two transactions take differently. */
export async function lockCasesById(
  tx: Tx,
  ids: readonly { administrationId: string; caseId: string }[],
): Promise<LockedCase[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('cases')
    .select([...CASE_COLUMNS, 'history_head'])
    .where('administration_id', 'in', [
      ...new Set(ids.map(({ administrationId }) => administrationId)),
    ])
    .where(
      'case_id',
      'in',
      ids.map(({ caseId }) => caseId),
    )
    .orderBy('case_id')
    .forUpdate()
    .execute()
  return rows.map((row) => ({ ...caseFromRow(row), historyHead: row.history_head }))
}

/** A flag and no state: late is still due. */
export async function markCasesOverdue(
  tx: Tx,
  ids: readonly { administrationId: string; caseId: string }[],
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('cases')
    .set({ overdue: true })
    .where('administration_id', 'in', [
      ...new Set(ids.map(({ administrationId }) => administrationId)),
    ])
    .where(
      'case_id',
      'in',
      ids.map(({ caseId }) => caseId),
    )
    .where('is_open', '=', true)
    .execute()
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
  | 'priority'
  | 'restricted'
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
