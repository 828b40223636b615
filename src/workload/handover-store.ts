import type { Db, Tx } from '../platform/database/connection.ts'
import { NotFound } from '../platform/errors.ts'
import type { StaysBecause } from './plan-handover.ts'

export type GivenTo = 'one' | 'share' | 'unit'

declare module '../platform/database/tables.ts' {
  interface Tables {
    handovers: {
      administration_id: string
      handover_id: string
      from_account_id: string
      made_by: string | null
      made_at: Date
      given_to: GivenTo
      note: string
    }
    handover_cases: {
      administration_id: string
      handover_id: string
      case_id: string
      to_account_id: string | null
      stays_because: StaysBecause | null
    }
  }
}

export interface HandoverKey {
  administrationId: string
  handoverId: string
}

export interface Handover extends HandoverKey {
  fromAccountId: string
  madeBy: string | null
  madeAt: Date
  givenTo: GivenTo
  note: string
}

export interface HandoverCase {
  caseId: string
  to: string | null
  stays: StaysBecause | null
}

export async function insertHandover(tx: Tx, handover: Handover): Promise<void> {
  await tx
    .insertInto('handovers')
    .values({
      administration_id: handover.administrationId,
      handover_id: handover.handoverId,
      from_account_id: handover.fromAccountId,
      made_by: handover.madeBy,
      made_at: handover.madeAt,
      given_to: handover.givenTo,
      note: handover.note,
    })
    .execute()
}

export async function insertHandoverCase(
  db: Db,
  { administrationId, handoverId }: HandoverKey,
  { caseId, to, stays }: HandoverCase,
): Promise<void> {
  await db
    .insertInto('handover_cases')
    .values({
      administration_id: administrationId,
      handover_id: handoverId,
      case_id: caseId,
      to_account_id: to,
      stays_because: stays,
    })
    .execute()
}

export async function getHandover(db: Db, key: HandoverKey): Promise<Handover> {
  const row = await handoversOf(db, key.administrationId)
    .where('handover_id', '=', key.handoverId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return toHandover(row)
}

/** The newest first: of the whole book, or those that somebody gave or received. */
export async function listHandovers(
  db: Db,
  administrationId: string,
  { concerning, limit }: { concerning: string | null; limit: number },
): Promise<Handover[]> {
  let query = handoversOf(db, administrationId).orderBy('made_at', 'desc').limit(limit)
  if (concerning !== null) {
    query = query.where((on) =>
      on.or([
        on('from_account_id', '=', concerning),
        on('made_by', '=', concerning),
        on('handover_id', 'in', (taken) =>
          taken
            .selectFrom('handover_cases')
            .select('handover_cases.handover_id')
            .where('handover_cases.administration_id', '=', administrationId)
            .where('to_account_id', '=', concerning),
        ),
      ]),
    )
  }
  return (await query.execute()).map(toHandover)
}

export async function listHandoverCases(
  db: Db,
  { administrationId, handoverId }: HandoverKey,
): Promise<HandoverCase[]> {
  const rows = await db
    .selectFrom('handover_cases')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('handover_id', '=', handoverId)
    .orderBy('case_id')
    .execute()
  return rows.map((row) => ({
    caseId: row.case_id,
    to: row.to_account_id,
    stays: row.stays_because,
  }))
}

function handoversOf(db: Db, administrationId: string) {
  return db.selectFrom('handovers').selectAll().where('administration_id', '=', administrationId)
}

type Row = Awaited<ReturnType<ReturnType<typeof handoversOf>['executeTakeFirstOrThrow']>>

function toHandover(row: Row): Handover {
  return {
    administrationId: row.administration_id,
    handoverId: row.handover_id,
    fromAccountId: row.from_account_id,
    madeBy: row.made_by,
    madeAt: row.made_at,
    givenTo: row.given_to,
    note: row.note,
  }
}
