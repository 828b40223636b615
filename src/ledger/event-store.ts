import { sql, type Selectable } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import { NotFound } from '../platform/errors.ts'
import { hashEvent, type EventCommitment, type Json, type LedgerEvent } from './event-hash.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    case_events: CaseEventTable
  }
}

interface CaseEventTable {
  administration_id: string
  case_id: string
  position: number
  event: string
  happened_at: Date
  actor: 'person' | 'staff' | 'system'
  account_id: string | null
  role: string | null
  from_state: string | null
  to_state: string
  rule: string
  reason: string | null
  details: { readonly [key: string]: Json }
  commitments: readonly EventCommitment[]
  previous_hash: Buffer
  hash: Buffer
}

/** Adds one step after the given head and returns the new one. The caller holds the case's row. */
export async function appendEvent(
  tx: Tx,
  event: LedgerEvent,
  previousHash: Buffer,
): Promise<Buffer> {
  const hash = hashEvent(event, previousHash)
  await tx
    .insertInto('case_events')
    .values({ ...eventRow(event), previous_hash: previousHash, hash })
    .execute()
  return hash
}

/** The columns of an event, JSON already written out. */
export function eventRow(event: LedgerEvent) {
  return {
    administration_id: event.administrationId,
    case_id: event.caseId,
    position: event.position,
    event: event.event,
    happened_at: event.happenedAt,
    actor: event.actor,
    account_id: event.accountId,
    role: event.role,
    from_state: event.fromState,
    to_state: event.toState,
    rule: event.rule,
    reason: event.reason,
    details: sql<{ readonly [key: string]: Json }>`${JSON.stringify(event.details)}::jsonb`,
    commitments: sql<readonly EventCommitment[]>`${JSON.stringify(event.commitments)}::jsonb`,
  }
}

export interface StoredEvent extends LedgerEvent {
  previousHash: Buffer
  hash: Buffer
}

/** The history of one case, oldest first. */
export async function listEvents(
  db: Db,
  administrationId: string,
  caseId: string,
): Promise<StoredEvent[]> {
  const rows = await db
    .selectFrom('case_events')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('case_id', '=', caseId)
    .orderBy('position')
    .execute()
  return rows.map(eventFromRow)
}

/** One step of a case by its position, which starts at 1. */
export async function getEvent(
  db: Db,
  administrationId: string,
  caseId: string,
  position: number,
): Promise<StoredEvent> {
  const row = await db
    .selectFrom('case_events')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('case_id', '=', caseId)
    .where('position', '=', position)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return eventFromRow(row)
}

function eventFromRow(row: Selectable<CaseEventTable>): StoredEvent {
  return {
    administrationId: row.administration_id,
    caseId: row.case_id,
    position: row.position,
    event: row.event,
    happenedAt: row.happened_at,
    actor: row.actor,
    accountId: row.account_id,
    role: row.role,
    fromState: row.from_state,
    toState: row.to_state,
    rule: row.rule,
    reason: row.reason,
    details: row.details,
    commitments: row.commitments,
    previousHash: row.previous_hash,
    hash: row.hash,
  }
}

/** The histories of several cases at once, each oldest first. */
export async function listEventsOf(
  db: Db,
  administrationId: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, StoredEvent[]>> {
  const rows = await db
    .selectFrom('case_events')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('case_id', 'in', caseIds)
    .orderBy('case_id')
    .orderBy('position')
    .execute()
  return byCase(rows.map(eventFromRow))
}

function byCase(events: readonly StoredEvent[]): ReadonlyMap<string, StoredEvent[]> {
  const histories = new Map<string, StoredEvent[]>()
  for (const event of events) {
    const history = histories.get(event.caseId)
    if (history) history.push(event)
    else histories.set(event.caseId, [event])
  }
  return histories
}

/** A step without what only its verification needs. */
export type Step = Pick<LedgerEvent, 'caseId' | 'event' | 'happenedAt' | 'actor' | 'toState'>

/** What happened in several cases, each oldest first. */
export async function listSteps(
  db: Db,
  administrationId: string,
  caseIds: readonly string[],
): Promise<Step[]> {
  const rows = await db
    .selectFrom('case_events')
    .select(['case_id', 'event', 'happened_at', 'actor', 'to_state'])
    .where('administration_id', '=', administrationId)
    .where('case_id', 'in', caseIds)
    .orderBy('case_id')
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    caseId: row.case_id,
    event: row.event,
    happenedAt: row.happened_at,
    actor: row.actor,
    toState: row.to_state,
  }))
}
