import { sql, type SqlBool } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import { legacyFromRow, type KeptLegacyCase } from './legacy-row.ts'

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
async function findByNumber(db: Db, administrationId: string, number: string): Promise<string[]> {
  const { rows } = await sql<{ legacy_id: string }>`
    ${numbered(administrationId, number)} limit 50`.execute(db)
  return rows.map(({ legacy_id }) => legacy_id)
}

function numbered(administrationId: string, number: string) {
  return sql`
    select legacy_id from legacy_cases
      where administration_id = ${administrationId} and legacy_number = upper(${number})
    union select legacy_id from legacy_cases
      where administration_id = ${administrationId} and official_number = ${number}
    union select legacy_id from legacy_cases
      where administration_id = ${administrationId} and source_number = ${number}
        and source in (select source from legacy_batches where administration_id = ${administrationId})`
}

export interface FoundLegacyCase {
  legacyNumber: string
  sourceNumber: string
  officialNumber: string | null
  receivedOn: string
  serviceTold: string | null
  motive: string | null
}

/** The newest of a number or, where there is none, of words; one question for whoever searches elsewhere. */
export async function listFound(
  db: Db,
  administrationId: string,
  search: string,
  limit: number,
): Promise<FoundLegacyCase[]> {
  const { rows } = await sql<FoundLegacyCase>`
    with numbered as (${numbered(administrationId, search)}),
    worded as (
      select legacy_id from legacy_cases
      where administration_id = ${administrationId} and not exists (select from numbered)
        and body <> '' and to_tsvector('libro_es', body) @@ websearch_to_tsquery('libro_es', ${search})
      order by received_on desc, legacy_id desc limit ${limit}
    )
    select legacy_number as "legacyNumber", source_number as "sourceNumber",
      official_number as "officialNumber", received_on as "receivedOn",
      service_told as "serviceTold", motive
    from legacy_cases
    where administration_id = ${administrationId}
      and legacy_id in (select legacy_id from numbered union all select legacy_id from worded)
    order by received_on desc, legacy_id desc limit ${limit}`.execute(db)
  return rows
}
