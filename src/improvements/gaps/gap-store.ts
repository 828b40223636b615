import type { Db, Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Gap } from './gap.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    gap_analyses: {
      administration_id: string
      gap_id: string
      process_id: string
      centre_id: string | null
      service_id: string
      process_version: number
      version: number
      revision: number
      period_from: PlainDate
      period_until: PlainDate
      review_on: PlainDate
      written_at: Date
      written_by: string
      closed_on: PlainDate | null
      closed_by: string | null
    }
  }
}

const GAP = [
  'administration_id as administrationId',
  'gap_id as gapId',
  'process_id as processId',
  'centre_id as centreId',
  'service_id as serviceId',
  'process_version as processVersion',
  'version',
  'revision',
  'period_from as periodFrom',
  'period_until as periodUntil',
  'review_on as reviewOn',
  'written_at as writtenAt',
  'written_by as writtenBy',
  'closed_on as closedOn',
] as const

type StoredGap = Omit<Gap, 'state'>

export interface WhichGaps {
  administrationId: string
  processId?: string
  /** Of this centre, or of what belongs to all of them when null. */
  centreId?: string | null
}

/** The newest version of each process first. */
export async function listGaps(
  db: Db,
  { administrationId, processId, centreId }: WhichGaps,
): Promise<Gap[]> {
  let query = db
    .selectFrom('gap_analyses')
    .select(GAP)
    .where('administration_id', '=', administrationId)
    .orderBy('written_at', 'desc')
    .orderBy('version', 'desc')
  if (processId !== undefined) query = query.where('process_id', '=', processId)
  if (centreId === null) query = query.where('centre_id', 'is', null)
  else if (centreId !== undefined) query = query.where('centre_id', '=', centreId)
  return (await query.execute()).map(withState)
}

export async function getGap(db: Db, administrationId: string, gapId: string): Promise<Gap> {
  const row = await db
    .selectFrom('gap_analyses')
    .select(GAP)
    .where('administration_id', '=', administrationId)
    .where('gap_id', '=', gapId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return withState(row)
}

function withState(gap: StoredGap): Gap {
  return { ...gap, state: gap.closedOn === null ? 'draft' : 'closed' }
}

export async function insertGap(
  tx: Tx,
  gap: Omit<Gap, 'state' | 'closedOn' | 'revision'>,
): Promise<void> {
  await tx
    .insertInto('gap_analyses')
    .values({
      administration_id: gap.administrationId,
      gap_id: gap.gapId,
      process_id: gap.processId,
      centre_id: gap.centreId,
      service_id: gap.serviceId,
      process_version: gap.processVersion,
      version: gap.version,
      revision: 1,
      period_from: gap.periodFrom,
      period_until: gap.periodUntil,
      review_on: gap.reviewOn,
      written_at: gap.writtenAt,
      written_by: gap.writtenBy,
      closed_on: null,
      closed_by: null,
    })
    .execute()
}

type Which = Pick<Gap, 'administrationId' | 'gapId'>

/** False: somebody else changed or closed it meanwhile. */
export async function updatePeriod(
  tx: Tx,
  { administrationId, gapId }: Which,
  { periodFrom, periodUntil, reviewOn, revision }: GapPeriod & { revision: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('gap_analyses')
    .set({
      period_from: periodFrom,
      period_until: periodUntil,
      review_on: reviewOn,
      revision: revision + 1,
    })
    .where('administration_id', '=', administrationId)
    .where('gap_id', '=', gapId)
    .where('revision', '=', revision)
    .where('closed_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type GapPeriod = Pick<Gap, 'periodFrom' | 'periodUntil' | 'reviewOn'>

/** False: it was closed already. */
export async function updateClosed(
  tx: Tx,
  { administrationId, gapId }: Which,
  closed: { on: PlainDate; by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('gap_analyses')
    .set({ closed_on: closed.on, closed_by: closed.by })
    .where('administration_id', '=', administrationId)
    .where('gap_id', '=', gapId)
    .where('closed_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
