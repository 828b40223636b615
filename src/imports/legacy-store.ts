import { sql, type Selectable, type SqlBool } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import { NotFound } from '../platform/errors.ts'
import { legacyFromRow, type KeptLegacyCase } from './legacy-row.ts'
import type { LegacyCaseTable } from './legacy-tables.ts'

export async function listRowsToVerify(
  db: Db,
  administrationId: string,
  { batchId, after, limit }: { batchId: string; after: number; limit: number },
): Promise<Selectable<LegacyCaseTable>[]> {
  return db
    .selectFrom('legacy_cases')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('batch_id', '=', batchId)
    .where('row_number', '>', after)
    .orderBy('row_number')
    .limit(limit)
    .execute()
}

/** What is still coming in tells nothing: it may stop, and its book is not sealed. */
function isLoaded(administrationId: string) {
  return sql<SqlBool>`batch_id not in (select batch_id from legacy_batches
    where administration_id = ${administrationId} and state = 'loading')`
}

/** Cases after an id, in the order of ids: what reads all of them goes from one stretch to the next. */
export async function listAfter(
  db: Db,
  administrationId: string,
  after: string | null,
  limit: number,
): Promise<KeptLegacyCase[]> {
  let query = db
    .selectFrom('legacy_cases')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where(isLoaded(administrationId))
    .orderBy('legacy_id')
    .limit(limit)
  if (after !== null) query = query.where('legacy_id', '>', after)
  return (await query.execute()).map(legacyFromRow)
}

/** The newest of these, and how many of them there are. */
export async function listLegacyCasesOf(
  db: Db,
  administrationId: string,
  legacyIds: readonly string[],
  limit: number,
): Promise<{ cases: KeptLegacyCase[]; all: number }> {
  const rows = await db
    .selectFrom('legacy_cases')
    .selectAll()
    .select(sql<string>`count(*) over ()`.as('all'))
    .where('administration_id', '=', administrationId)
    .where(sql<SqlBool>`legacy_id = any(${[...legacyIds]}::uuid[])`)
    .orderBy('received_on', 'desc')
    .orderBy('legacy_id', 'desc')
    .limit(limit)
    .execute()
  return { cases: rows.map(legacyFromRow), all: Number(rows[0]?.all ?? 0) }
}

export async function getLegacyCase(
  db: Db,
  administrationId: string,
  legacyNumber: string,
): Promise<KeptLegacyCase> {
  const row = await db
    .selectFrom('legacy_cases')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('legacy_number', '=', legacyNumber)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return legacyFromRow(row)
}

export interface TextFilters {
  /** Days of reception, both included. */
  from?: string
  until?: string
  kinds?: readonly string[]
  centreId?: string
  source?: string
  /** Of these cases only. */
  ids?: readonly string[]
}

/** Texts of a period after an id, in the order of ids; erased and empty ones are passed over. */
export async function listWithText(
  db: Db,
  administrationId: string,
  { from, until, kinds, centreId, source, ids }: TextFilters,
  after: string | null,
  limit: number,
): Promise<KeptLegacyCase[]> {
  let query = db
    .selectFrom('legacy_cases')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('body', '<>', '')
    .where(isLoaded(administrationId))
    .orderBy('legacy_id')
    .limit(limit)
  if (after !== null) query = query.where('legacy_id', '>', after)
  if (from !== undefined) query = query.where('received_on', '>=', from)
  if (until !== undefined) query = query.where('received_on', '<=', until)
  if (kinds !== undefined) query = query.where('kind', 'in', kinds)
  if (centreId !== undefined) query = query.where('centre_id', '=', centreId)
  if (source !== undefined) query = query.where('source', '=', source)
  if (ids !== undefined) query = query.where('legacy_id', 'in', ids)
  return (await query.execute()).map(legacyFromRow)
}
