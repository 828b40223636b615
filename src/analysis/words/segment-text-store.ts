import { sql } from 'kysely'
import type { Db } from '../../platform/database/connection.ts'
import type { CodedSegment } from './coding.ts'
import { listCodedSegments } from './coding-store.ts'

/** The masked words of segments by their ids; one that was joined or cut meanwhile is not there. */
export async function listSegmentTexts(
  db: Db,
  administrationId: string,
  segmentIds: readonly string[],
): Promise<Map<string, string>> {
  if (segmentIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('segments as s')
    .innerJoin('corpus_texts as t', (join) =>
      join
        .onRef('t.administration_id', '=', 's.administration_id')
        .onRef('t.text_id', '=', 's.text_id'),
    )
    .select([
      's.segment_id as segmentId',
      sql<string>`substr(t.masked, s.start_at + 1, s.end_at - s.start_at)`.as('text'),
    ])
    .where('s.administration_id', '=', administrationId)
    .where('s.segment_id', 'in', segmentIds)
    .execute()
  return new Map(rows.map(({ segmentId, text }) => [segmentId, text]))
}

/** Ideas that two read otherwise and of which nobody has decided yet: they count nowhere. */
export async function countUndecided(
  db: Db,
  { administrationId, corpusId }: { administrationId: string; corpusId: string },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count
    from segments s
    where s.administration_id = ${administrationId} and s.corpus_id = ${corpusId} and s.coders > 1
      and (select count(distinct code_id) from codings c
        where c.administration_id = s.administration_id and c.segment_id = s.segment_id) > 1
      and not exists (select from coding_resolutions r
        where r.administration_id = s.administration_id and r.segment_id = s.segment_id)`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

const PAGE = 2000

/** All that is coded so far: it grows with what people coded by hand, not with the corpus. */
export async function readCoded(
  db: Db,
  whose: { administrationId: string; corpusId: string },
): Promise<CodedSegment[]> {
  const read: CodedSegment[] = []
  for (;;) {
    const after = read.at(-1)
    const page = await listCodedSegments(db, whose, { limit: PAGE, ...(after && { after }) })
    read.push(...page)
    if (page.length < PAGE) return read
  }
}
