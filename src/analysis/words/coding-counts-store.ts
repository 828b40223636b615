import { sql } from 'kysely'
import type { Db } from '../../platform/database/connection.ts'
import type { Whose } from './coding-store.ts'

/** How often each code was used, with the segments that two coded counted once; by one coder or by all. */
export async function countByCode(
  db: Db,
  { administrationId, corpusId }: Whose,
  coderId: string | null,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('codings')
    .select(['code_id as codeId', sql<number>`count(distinct segment_id)`.as('count')])
    .where('administration_id', '=', administrationId)
    .where('corpus_id', '=', corpusId)
    .$if(coderId !== null, (query) => query.where('coder_id', '=', coderId ?? ''))
    .groupBy('code_id')
    .execute()
  return new Map(rows.map(({ codeId, count }) => [codeId, count]))
}

const MOST_TEXTS = 2000

/** The inductive codes of each text read so far, in the order of the texts; by one coder or by all. */
export async function listCodesByText(
  db: Db,
  { administrationId, corpusId }: Whose,
  coderId: string | null,
): Promise<string[][]> {
  const own = coderId === null ? sql`` : sql`and c.coder_id = ${coderId}`
  const { rows } = await sql<{ codes: string[] }>`
    select coalesce(array_agg(distinct c.code_id) filter (where f.parent_id is not null), '{}') as codes
    from codings c
    join segments s on s.administration_id = c.administration_id and s.segment_id = c.segment_id
    join frame_codes f on f.administration_id = c.administration_id and f.code_id = c.code_id
    where c.administration_id = ${administrationId} and c.corpus_id = ${corpusId} ${own}
    group by s.text_position order by s.text_position limit ${MOST_TEXTS}`.execute(db)
  return rows.map(({ codes }) => codes)
}
