import { sql } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import type { DayCount, Stretch } from '../platform/database/stretch.ts'

/** Letters that nobody has to see to any more, by the day on which they were settled. */
export async function countSettledNotices(
  db: Db,
  administrationId: string,
  { beganAt, timeZone }: Stretch,
): Promise<DayCount[]> {
  const { rows } = await sql<DayCount>`
    select to_char(settled_at at time zone ${timeZone}, 'YYYY-MM-DD') as day, count(*)::int as count
    from notices where administration_id = ${administrationId} and settled_at < ${beganAt}
    group by 1 order by 1`.execute(db)
  return rows
}

/** Only those of which nothing is left to do; returns which went. */
export async function deleteSettledNotices(
  db: Db,
  administrationId: string,
  { beganAt, limit }: Stretch & { limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ noticeId: string }>`
    delete from notices where administration_id = ${administrationId} and notice_id in (
      select notice_id from notices
      where administration_id = ${administrationId} and settled_at < ${beganAt} limit ${limit}
    ) returning notice_id as "noticeId"`.execute(db)
  return rows.map(({ noticeId }) => noticeId)
}

export interface NoticeOfCase {
  administrationId: string
  noticeId: string
  caseId: string
}

/** For installations that keep letters as files, which are small. */
export async function listNoticesOfAnyCase(db: Db): Promise<NoticeOfCase[]> {
  const { rows } = await sql<NoticeOfCase>`
    select administration_id as "administrationId", notice_id as "noticeId", case_id as "caseId"
    from notices where case_id is not null and settled_at is not null`.execute(db)
  return rows
}
