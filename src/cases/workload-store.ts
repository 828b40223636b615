import { expressionBuilder, sql } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import type { Tables } from '../platform/database/tables.ts'
import type { CaseViewer } from './case-policy.ts'
import { belongsTo, visibleTo } from './desk-conditions-store.ts'
import type { DeskDays } from './desk-days.ts'
import type { DeskView } from './desk.ts'

/** What somebody has in hand, as the viewer sees it. */
export interface Workload {
  open: number
  dueSoon: number
  overdue: number
  /** The person has to reply first. */
  waiting: number
  /** Half of them have been in hand for longer; null: there is none. */
  medianDays: number | null
}

export const NO_LOAD: Workload = { open: 0, dueSoon: 0, overdue: 0, waiting: 0, medianDays: null }

/**
 * One grouped statement over the open cases of these people, in the order of one index: it grows with what they
 * have in hand and not with the book. Each count is that of the desk's view.
 */
export async function listWorkloads(
  db: Db,
  viewer: CaseViewer,
  accountIds: readonly string[],
  days: DeskDays,
  now: Date,
): Promise<ReadonlyMap<string, Workload>> {
  if (accountIds.length === 0) return new Map()
  const on = expressionBuilder<Tables, 'cases'>()
  const among = (view: DeskView) =>
    sql`count(*) filter (where ${belongsTo(on, view, viewer, days)})::integer`
  const { rows } = await sql<Workload & { accountId: string }>`
    select handler_id as "accountId", count(*)::integer as open, ${among('due_soon')} as "dueSoon",
      ${among('overdue')} as overdue, ${among('waiting')} as waiting,
      percentile_cont(0.5) within group (order by
        extract(epoch from ${now}::timestamptz - coalesce(in_hand_since, registered_at)) / 86400
      ) as "medianDays"
    from cases
    where administration_id = ${viewer.administrationId} and is_open
      and handler_id = any(${[...accountIds]}::uuid[]) and ${visibleTo(on, viewer)}
    group by handler_id`.execute(db)
  return new Map(rows.map(({ accountId, ...load }) => [accountId, load]))
}
