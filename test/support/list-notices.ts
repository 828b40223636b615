import type { Db } from '../../src/platform/database/connection.ts'
import type { NoticeDetails } from '../../src/notices/index.ts'

/** All that is queued or was sent, as the table holds it. */
export async function listNotices(db: Db): Promise<
  {
    template: string
    account_id: string | null
    details: NoticeDetails
    queued_at: Date
    next_attempt_at: Date
  }[]
> {
  return db
    .selectFrom('notices')
    .select(['template', 'account_id', 'details', 'queued_at', 'next_attempt_at'])
    .execute()
}
