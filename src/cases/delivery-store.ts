import type { Selectable } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import type { DeliveryMethod, DeliveryTable } from './case-tables.ts'

export interface Delivery {
  deliveryId: string
  caseId: string
  answerId: string
  method: DeliveryMethod
  state: DeliveryTable['state']
  startedAt: Date
  settledAt: Date | null
  proof: string | null
  failure: string | null
  recordedBy: string | null
}

export async function insertDelivery(
  tx: Tx,
  administrationId: string,
  delivery: Delivery,
): Promise<void> {
  await tx
    .insertInto('deliveries')
    .values({
      administration_id: administrationId,
      delivery_id: delivery.deliveryId,
      case_id: delivery.caseId,
      answer_id: delivery.answerId,
      method: delivery.method,
      state: delivery.state,
      started_at: delivery.startedAt,
      settled_at: delivery.settledAt,
      proof: delivery.proof,
      failure: delivery.failure,
      recorded_by: delivery.recordedBy,
    })
    .execute()
}

/** Settles an attempt that was still pending; false when it was settled before. */
export async function settleDelivery(
  tx: Tx,
  administrationId: string,
  deliveryId: string,
  result: {
    state: 'delivered' | 'failed'
    /** As it happened, where that differs from what was planned. */
    method?: DeliveryMethod
    recordedBy?: string
    proof?: string | null
    failure?: string | null
    now: Date
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('deliveries')
    .set({
      state: result.state,
      settled_at: result.now,
      proof: result.proof ?? null,
      failure: result.failure ?? null,
      recorded_by: result.recordedBy ?? null,
      ...(result.method && { method: result.method }),
    })
    .where('administration_id', '=', administrationId)
    .where('delivery_id', '=', deliveryId)
    .where('state', '=', 'pending')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function findPendingDelivery(
  db: Db,
  administrationId: string,
  caseId: string,
): Promise<Delivery | null> {
  const row = await db
    .selectFrom('deliveries')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('case_id', '=', caseId)
    .where('state', '=', 'pending')
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? deliveryFromRow(row) : null
}

export async function listDeliveries(
  db: Db,
  administrationId: string,
  caseId: string,
): Promise<Delivery[]> {
  const rows = await db
    .selectFrom('deliveries')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('case_id', '=', caseId)
    .orderBy('started_at')
    .execute()
  return rows.map(deliveryFromRow)
}

function deliveryFromRow(row: Selectable<DeliveryTable>): Delivery {
  return {
    deliveryId: row.delivery_id,
    caseId: row.case_id,
    answerId: row.answer_id,
    method: row.method,
    state: row.state,
    startedAt: row.started_at,
    settledAt: row.settled_at,
    proof: row.proof,
    failure: row.failure,
    recordedBy: row.recorded_by,
  }
}
