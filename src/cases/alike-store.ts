import { sql, type SqlBool } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import type { CaseViewer } from './case-policy.ts'
import { CASE_COLUMNS, caseFromRow } from './case-row.ts'
import type { Case } from './case.ts'
import { visibleTo } from './desk-conditions-store.ts'

/** A case that shares words with another, and what its person told. */
export interface CaseLike {
  item: Case
  text: string
}

/** However large the book is, so many of its cases are ranked at most. */
const MOST_RANKED = 5000
const MOST_WORDS = 40

/** What the viewer may see and shares the rarer words of a case, the closest first. */
export async function listCasesLike(
  db: Db,
  viewer: CaseViewer,
  like: { administrationId: string; caseId: string },
  limit: number,
): Promise<CaseLike[]> {
  const query = await rareWordsOf(db, like)
  if (query === null) return []
  const shares = sql<SqlBool>`search @@ ${query}::tsquery`
  const candidates = await db
    .selectFrom('cases')
    .select(CASE_COLUMNS)
    .where('administration_id', '=', like.administrationId)
    .where('case_id', '<>', like.caseId)
    .where('state', '<>', 'consolidated')
    .where(shares)
    .where((on) => visibleTo(on, viewer))
    .orderBy(sql`ts_rank(search, ${query}::tsquery)`, 'desc')
    .orderBy('case_id')
    .limit(limit)
    .execute()
  const texts = await textsOf(
    db,
    like.administrationId,
    candidates.map((row) => row.case_id),
  )
  return candidates.flatMap((row) => {
    const text = texts.get(row.case_id)
    return text ? [{ item: caseFromRow(row), text }] : []
  })
}

/** Of cases named by others, those that the viewer may see, the newest first. */
export async function listCasesOpenTo(
  db: Db,
  viewer: CaseViewer,
  caseIds: readonly string[],
  limit: number,
): Promise<{ cases: Case[]; seen: number }> {
  if (caseIds.length === 0) return { cases: [], seen: 0 }
  const seen = db
    .selectFrom('cases')
    .where('administration_id', '=', viewer.administrationId)
    .where(sql<SqlBool>`case_id = any(${[...caseIds]}::uuid[])`)
    .where((on) => visibleTo(on, viewer))
  const rows = await seen
    .select(CASE_COLUMNS)
    .orderBy('registered_at', 'desc')
    .orderBy('case_id')
    .limit(limit)
    .execute()
  const { count } = await seen
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return { cases: rows.map(caseFromRow), seen: Number(count) }
}

/** Its words from the rarest on, as the database counted them, until they would find too many cases. */
async function rareWordsOf(
  db: Db,
  { administrationId, caseId }: { administrationId: string; caseId: string },
): Promise<string | null> {
  const { rows } = await sql<{ query: string | null }>`
    with counted as (
      select elem, freq from pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs) as f(elem, freq)
      where schemaname = current_schema() and tablename = 'cases' and attname = 'search' and elem is not null
    ), own as (
      select lexeme, coalesce(freq, 0) as freq
      from cases cross join unnest(tsvector_to_array(search)) as lexeme left join counted on elem = lexeme
      where administration_id = ${administrationId} and case_id = ${caseId} and lexeme ~ '^[[:alnum:]]{2,}$'
    ), summed as (
      select lexeme, freq, sum(freq) over (order by freq, length(lexeme) desc, lexeme) as reached from own
    ), rare as (
      select lexeme from summed
      where reached * (select greatest(reltuples, 1) from pg_class where oid = 'cases'::regclass) <= ${MOST_RANKED}
      order by freq, length(lexeme) desc, lexeme limit ${MOST_WORDS}
    )
    select string_agg(quote_literal(lexeme), ' | ') as query from rare`.execute(db)
  return rows[0]?.query ?? null
}

async function textsOf(
  db: Db,
  administrationId: string,
  caseIds: readonly string[],
): Promise<Map<string, string>> {
  if (caseIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('case_contents')
    .select(['case_id', 'body'])
    .where('administration_id', '=', administrationId)
    .where('case_id', 'in', caseIds)
    .where('kind', '=', 'description')
    .execute()
  return new Map(rows.flatMap(({ case_id: id, body }) => (body === null ? [] : [[id, body]])))
}
