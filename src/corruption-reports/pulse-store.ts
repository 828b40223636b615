import { sql } from 'kysely'
import type { PlainDate } from '../platform/dates.ts'
import type { SealedTx } from './sealed-store.ts'

/** What can be told of a report without opening a box: its state and days. */
export interface StoredPulse {
  state: string
  /** The last day on which somebody of the office did something; the day of filing before that. */
  lastAct: PlainDate
  /** The last word is the reporter's. */
  waitsForAnswer: boolean
  /** The first open date. */
  nextDue: PlainDate | null
}

/** Only of reports that are new, due, silent or unanswered; a concluded one only if something came since. */
export async function listPulses(
  tx: SealedTx,
  worth: { newStates: readonly string[]; dueBy: PlainDate; silentSince: PlainDate },
): Promise<StoredPulse[]> {
  const { rows } = await sql<StoredPulse>`
    select r.state, act.day as "lastAct", due.day as "nextDue",
      coalesce(word.direction = 'from_reporter', false) as "waitsForAnswer"
    from reports r
    cross join lateral (
      select greatest(r.received_on,
        (select max(e.day) from events e where e.administration_id = r.administration_id
          and e.report_id = r.report_id and e.by_account is not null),
        (select max(m.day) from messages m where m.administration_id = r.administration_id
          and m.report_id = r.report_id and m.by_account is not null)) as day) act
    cross join lateral (
      select min(d.due_on) as day from deadlines d where d.administration_id = r.administration_id
        and d.report_id = r.report_id and d.met_on is null) due
    left join lateral (
      select m.direction from messages m where m.administration_id = r.administration_id
        and m.report_id = r.report_id order by m.seq desc limit 1) word on true
    where r.administration_id = ${tx.administrationId}
      and (r.concluded_on is null or r.last_content_on >= r.concluded_on)
      and (r.state = any(${[...worth.newStates]}::text[]) or word.direction = 'from_reporter'
        or due.day <= ${worth.dueBy}::date or act.day <= ${worth.silentSince}::date)
    `.execute(tx.rows)
  return rows
}
