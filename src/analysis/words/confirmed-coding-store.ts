import { sql } from 'kysely'
import type { Db } from '../../platform/database/connection.ts'

/** An idea with the code on which people settled. */
export interface ConfirmedCoding {
  segmentId: string
  codeId: string
  /** Masked. */
  text: string
  language: string
  codedAt: Date
}

/**
 * What is settled: coded by as many as it wants, who agreed or decided. Nothing of a corpus of which the
 * second reading has begun and is not over: whoever learns from it would whisper to the second reader.
 */
const settled = (administrationId: string) => sql`
  from segments s
  join corpus_texts t on t.administration_id = s.administration_id and t.text_id = s.text_id
  cross join lateral (
    select count(distinct code_id) as codes, min(code_id::text)::uuid as code_id, max(coded_at) as coded_at
    from codings where administration_id = s.administration_id and segment_id = s.segment_id
  ) c
  left join coding_resolutions r
    on r.administration_id = s.administration_id and r.segment_id = s.segment_id
  join frame_codes f on f.administration_id = s.administration_id
    and f.code_id = coalesce(r.code_id, c.code_id) and f.retired_in is null
  where s.administration_id = ${administrationId}
    and s.coders = case when s.double_coded then 2 else 1 end
    and (r.segment_id is not null or c.codes = 1) and t.masked <> ''
    and s.corpus_id not in (
      select corpus_id from segments
      where administration_id = ${administrationId} and double_coded and coders > 0
      group by corpus_id having min(coders) = 1 and max(coders) = 2)`

export async function countConfirmedCodings(db: Db, administrationId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count ${settled(administrationId)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** In the order of their ids; the next page begins after the last. */
export async function listConfirmedCodings(
  db: Db,
  administrationId: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<ConfirmedCoding[]> {
  const following = after === null ? sql`` : sql`and s.segment_id > ${after}`
  const { rows } = await sql<ConfirmedCoding>`
    select s.segment_id as "segmentId", f.code_id as "codeId", t.language,
      substr(t.masked, s.start_at + 1, s.end_at - s.start_at) as text, c.coded_at as "codedAt"
    ${settled(administrationId)} ${following}
    order by s.segment_id limit ${limit}`.execute(db)
  return rows
}
