import { sql, type Selectable, type Updateable } from 'kysely'
import { NotFound } from '../platform/errors.ts'
import type { Db, Tx } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { DataRight, DataRightRule } from '../regimes/index.ts'
import type { DataRequest, Proof, RequestRef } from './data-request.ts'
import { OPEN_STATES, type RequestState } from './request-states.ts'

interface DataRequestTable {
  administration_id: string
  request_id: string
  request_number: string
  right_asked: DataRight
  state: RequestState
  proof: Proof | null
  filed_by: string | null
  filed_at: Date
  language: string
  person_name: string
  email: string | null
  details: string
  answer: string
  rule: DataRightRule | null
  due_on: PlainDate | null
  extended_by: number | null
  proof_asked_on: PlainDate | null
  proof_due_on: PlainDate | null
  proven_on: PlainDate | null
  answered_at: Date | null
  effective_due_on: PlainDate | null
  effective_at: Date | null
  secret_hash: Buffer
  sending_id: string
  version: number
  erased_on: PlainDate | null
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    data_requests: DataRequestTable
  }
}

export async function insertRequest(
  tx: Tx,
  request: DataRequest,
  more: { secretHash: Buffer; sendingId: string },
): Promise<void> {
  await tx
    .insertInto('data_requests')
    .values({
      administration_id: request.administrationId,
      request_id: request.requestId,
      request_number: request.requestNumber,
      right_asked: request.right,
      filed_by: request.filedBy,
      filed_at: request.filedAt,
      language: request.language,
      person_name: request.personName,
      email: request.email,
      details: request.details,
      rule: request.rule,
      erased_on: null,
      secret_hash: more.secretHash,
      sending_id: more.sendingId,
      ...movingColumns(request),
    })
    .execute()
}

/** What steps change. The row's version goes on with each. */
export async function updateRequest(tx: Tx, request: DataRequest): Promise<void> {
  await tx
    .updateTable('data_requests')
    .set(movingColumns(request))
    .where('administration_id', '=', request.administrationId)
    .where('request_id', '=', request.requestId)
    .executeTakeFirstOrThrow()
}

function movingColumns(request: DataRequest) {
  return {
    state: request.state,
    proof: request.proof,
    answer: request.answer,
    due_on: request.dueOn,
    extended_by: request.extendedBy,
    proof_asked_on: request.proofAskedOn,
    proof_due_on: request.proofDueOn,
    proven_on: request.provenOn,
    answered_at: request.answeredAt,
    effective_due_on: request.effectiveDueOn,
    effective_at: request.effectiveAt,
    version: request.version,
  } satisfies Updateable<DataRequestTable>
}

export async function findRequest(
  db: Db,
  { administrationId, requestNumber }: RequestRef,
): Promise<DataRequest | null> {
  const row = await db
    .selectFrom('data_requests')
    .selectAll()
    .where('request_number', '=', requestNumber)
    .where('administration_id', '=', administrationId)
    .executeTakeFirst()
  return row ? fromRow(row) : null
}

export async function findRequestById(
  db: Db,
  administrationId: string,
  requestId: string,
): Promise<DataRequest | null> {
  const row = await db
    .selectFrom('data_requests')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('request_id', '=', requestId)
    .executeTakeFirst()
  return row ? fromRow(row) : null
}

export async function findSent(
  tx: Tx,
  administrationId: string,
  sendingId: string,
): Promise<DataRequest | null> {
  const row = await tx
    .selectFrom('data_requests')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('sending_id', '=', sendingId)
    .executeTakeFirst()
  return row ? fromRow(row) : null
}

/** Of whichever administration, with the hash that the follower's secret must match. */
export async function findToFollow(
  db: Db,
  requestNumber: string,
): Promise<{ request: DataRequest; secretHash: Buffer } | null> {
  const row = await db
    .selectFrom('data_requests')
    .selectAll()
    .where('request_number', '=', requestNumber)
    .executeTakeFirst()
  return row ? { request: fromRow(row), secretHash: row.secret_hash } : null
}

export async function lockRequest(tx: Tx, ref: RequestRef): Promise<DataRequest> {
  const row = await tx
    .selectFrom('data_requests')
    .selectAll()
    .where('request_number', '=', ref.requestNumber)
    .where('administration_id', '=', ref.administrationId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return fromRow(row)
}

/** What is owed, the nearest day first; or what was settled, the newest first. */
export async function listRequests(
  db: Db,
  administrationId: string,
  { settled, limit }: { settled: boolean; limit: number },
): Promise<DataRequest[]> {
  const query = db
    .selectFrom('data_requests')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('state', settled ? 'not in' : 'in', OPEN_STATES)
    .limit(limit)
  const rows = await (
    settled
      ? query.orderBy('filed_at', 'desc')
      : query.orderBy(
          sql`case state when 'granted' then effective_due_on when 'awaiting_proof' then proof_due_on else due_on end`,
          (order) => order.asc().nullsLast(),
        )
  )
    .orderBy('request_number')
    .execute()
  return rows.map(fromRow)
}

/** Everywhere: what the clock has to look at. */
export async function listOpenEverywhere(db: Db): Promise<DataRequest[]> {
  const rows = await db
    .selectFrom('data_requests')
    .selectAll()
    .where('state', 'in', OPEN_STATES)
    .execute()
  return rows.map(fromRow)
}

function fromRow(row: Selectable<DataRequestTable>): DataRequest {
  return {
    administrationId: row.administration_id,
    requestId: row.request_id,
    requestNumber: row.request_number,
    right: row.right_asked,
    state: row.state,
    proof: row.proof,
    filedBy: row.filed_by,
    filedAt: row.filed_at,
    language: row.language,
    personName: row.person_name,
    email: row.email,
    details: row.details,
    answer: row.answer,
    rule: row.rule,
    dueOn: row.due_on,
    extendedBy: row.extended_by,
    proofAskedOn: row.proof_asked_on,
    proofDueOn: row.proof_due_on,
    provenOn: row.proven_on,
    answeredAt: row.answered_at,
    effectiveDueOn: row.effective_due_on,
    effectiveAt: row.effective_at,
    version: row.version,
    erasedOn: row.erased_on,
  }
}
