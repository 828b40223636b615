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
    .orderBy('legacy_id')
    .limit(limit)
  if (after !== null) query = query.where('legacy_id', '>', after)
  return (await query.execute()).map(legacyFromRow)
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

export interface LegacyFilters {
  /** A number of theirs, of ours or the official one, or words of the text. */
  search: string
  source: string | null
}

export interface LegacyCursor {
  receivedOn: string
  legacyId: string
}

/** One page, newest first; the cost does not grow with the books. */
export async function listLegacyCases(
  db: Db,
  administrationId: string,
  { search, source }: LegacyFilters,
  { after, size }: { after: LegacyCursor | null; size: number },
): Promise<{ cases: KeptLegacyCase[]; next: LegacyCursor | null }> {
  let query = db
    .selectFrom('legacy_cases')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .orderBy('received_on', 'desc')
    .orderBy('legacy_id', 'desc')
    .limit(size + 1)
  if (source !== null) query = query.where('source', '=', source)
  if (after) {
    query = query.where(
      sql<SqlBool>`(received_on, legacy_id) < (${after.receivedOn}::date, ${after.legacyId}::uuid)`,
    )
  }
  if (search !== '') {
    const numbers = await findByNumber(db, administrationId, search)
    query =
      numbers.length > 0
        ? query.where('legacy_id', 'in', numbers)
        : query.where(sql<SqlBool>`body <> '' and
            to_tsvector('libro_es', body) @@ websearch_to_tsquery('libro_es', ${search})`)
  }
  const cases = (await query.execute()).map(legacyFromRow)
  const shown = cases.slice(0, size)
  const last = shown.at(-1)
  const next =
    cases.length > size && last ? { receivedOn: last.receivedOn, legacyId: last.legacyId } : null
  return { cases: shown, next }
}

/** By whichever number somebody has in hand. */
export async function findByNumber(
  db: Db,
  administrationId: string,
  number: string,
): Promise<string[]> {
  const { rows } = await sql<{ legacy_id: string }>`
    select legacy_id from legacy_cases
      where administration_id = ${administrationId} and legacy_number = upper(${number})
    union select legacy_id from legacy_cases
      where administration_id = ${administrationId} and official_number = ${number}
    union select legacy_id from legacy_cases
      where administration_id = ${administrationId} and source_number = ${number}
        and source in (select source from legacy_batches where administration_id = ${administrationId})
    limit 50`.execute(db)
  return rows.map(({ legacy_id }) => legacy_id)
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
