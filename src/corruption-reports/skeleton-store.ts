import { sql } from 'kysely'
import type { SealedTx } from './sealed-store.ts'

declare module './sealed-tables.ts' {
  interface SealedTables {
    skeletons: {
      administration_id: string
      skeleton_id: string
      period: string
      channel: string
      category: string
      anonymous: boolean
      outcome: string
      days_to: Readonly<Record<string, number>>
    }
  }
}

/** What remains of a report for statistics, tied to nothing. */
export interface Skeleton {
  /** Random. */
  skeletonId: string
  /** The fixed period in which it was received, such as 2026-S1. */
  period: string
  channel: string
  category: string
  anonymous: boolean
  outcome: string
  /** Whole days from the filing to each step. */
  daysTo: Readonly<Record<string, number>>
}

export async function insertSkeleton(tx: SealedTx, skeleton: Skeleton): Promise<void> {
  await tx.rows
    .insertInto('skeletons')
    .values({
      administration_id: tx.administrationId,
      skeleton_id: skeleton.skeletonId,
      period: skeleton.period,
      channel: skeleton.channel,
      category: skeleton.category,
      anonymous: skeleton.anonymous,
      outcome: skeleton.outcome,
      days_to: sql`${JSON.stringify(skeleton.daysTo)}::jsonb`,
    })
    .execute()
}

/** Of one period; to be shown only through `hideSmallCells`. */
export async function listSkeletons(tx: SealedTx, period: string): Promise<Skeleton[]> {
  const rows = await tx.rows
    .selectFrom('skeletons')
    .selectAll()
    .where('administration_id', '=', tx.administrationId)
    .where('period', '=', period)
    .orderBy('skeleton_id')
    .execute()
  return rows.map((row) => ({
    skeletonId: row.skeleton_id,
    period: row.period,
    channel: row.channel,
    category: row.category,
    anonymous: row.anonymous,
    outcome: row.outcome,
    daysTo: row.days_to,
  }))
}

/** Of a report that was opened again: it counts when it ends. */
export async function deleteSkeleton(tx: SealedTx, skeletonId: string): Promise<void> {
  await tx.rows
    .deleteFrom('skeletons')
    .where('administration_id', '=', tx.administrationId)
    .where('skeleton_id', '=', skeletonId)
    .execute()
}

/** The latest first. */
export async function listSkeletonPeriods(tx: SealedTx): Promise<string[]> {
  const rows = await tx.rows
    .selectFrom('skeletons')
    .select('period')
    .distinct()
    .where('administration_id', '=', tx.administrationId)
    .orderBy('period', 'desc')
    .execute()
  return rows.map(({ period }) => period)
}
