import { sql } from 'kysely'
import type { Db } from '../../platform/database/connection.ts'
import type { DayCount, Stretch } from '../../platform/database/stretch.ts'

/** Texts that still hold words, by the day on which they were gathered. */
export async function countGatheredTexts(
  db: Db,
  administrationId: string,
  { beganAt, timeZone }: Stretch,
): Promise<DayCount[]> {
  const { rows } = await sql<DayCount>`
    select to_char(created_at at time zone ${timeZone}, 'YYYY-MM-DD') as day, count(*)::int as count
    from corpora join corpus_texts using (administration_id, corpus_id)
    where administration_id = ${administrationId} and created_at < ${beganAt} and masked <> ''
    group by 1 order by 1`.execute(db)
  return rows
}

export async function listGatheredTexts(
  db: Db,
  administrationId: string,
  { beganAt, limit }: Stretch & { limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ textId: string }>`
    select text_id as "textId" from corpora join corpus_texts using (administration_id, corpus_id)
    where administration_id = ${administrationId} and created_at < ${beganAt} and masked <> ''
    limit ${limit}`.execute(db)
  return rows.map(({ textId }) => textId)
}
