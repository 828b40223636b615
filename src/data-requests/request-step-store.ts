import { sql } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import type { DataRequest } from './data-request.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    data_request_steps: {
      administration_id: string
      request_id: string
      position: number
      at: Date
      step: string
      account_id: string | null
      words: string | null
    }
    data_request_cases: { administration_id: string; request_id: string; case_id: string }
  }
}

type Which = Pick<DataRequest, 'administrationId' | 'requestId'>

export interface RequestStep {
  at: Date
  step: string
  /** Null: the person, or the clock. */
  accountId: string | null
  words: string | null
}

export async function insertStep(tx: Tx, which: Which, step: RequestStep): Promise<void> {
  await sql`insert into data_request_steps (administration_id, request_id, position, at, step, account_id, words)
    select ${which.administrationId}, ${which.requestId}, coalesce(max(position), 0) + 1, ${step.at},
      ${step.step}, ${step.accountId}, ${step.words}
    from data_request_steps
    where administration_id = ${which.administrationId} and request_id = ${which.requestId}`.execute(
    tx,
  )
}

export async function listSteps(db: Db, which: Which): Promise<RequestStep[]> {
  const rows = await db
    .selectFrom('data_request_steps')
    .selectAll()
    .where('administration_id', '=', which.administrationId)
    .where('request_id', '=', which.requestId)
    .orderBy('position')
    .execute()
  return rows.map(({ at, step, account_id, words }) => ({ at, step, accountId: account_id, words }))
}

export async function insertRequestCase(tx: Tx, which: Which, caseId: string): Promise<void> {
  await tx
    .insertInto('data_request_cases')
    .values({
      administration_id: which.administrationId,
      request_id: which.requestId,
      case_id: caseId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function listRequestCases(db: Db, which: Which): Promise<string[]> {
  const rows = await db
    .selectFrom('data_request_cases')
    .select('case_id')
    .where('administration_id', '=', which.administrationId)
    .where('request_id', '=', which.requestId)
    .orderBy('case_id')
    .execute()
  return rows.map(({ case_id }) => case_id)
}

/** The requests about one case, the newest first. */
export async function listNumbersOfCase(
  db: Db,
  administrationId: string,
  caseId: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('data_request_cases as linked')
    .innerJoin('data_requests as request', (join) =>
      join
        .onRef('request.administration_id', '=', 'linked.administration_id')
        .onRef('request.request_id', '=', 'linked.request_id'),
    )
    .select('request_number')
    .where('linked.administration_id', '=', administrationId)
    .where('linked.case_id', '=', caseId)
    .orderBy('filed_at', 'desc')
    .execute()
  return rows.map(({ request_number }) => request_number)
}
