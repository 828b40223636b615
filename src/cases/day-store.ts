import { sql, type SelectQueryBuilder } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import type { Tables } from '../platform/database/tables.ts'
import type { CaseViewer } from './case-policy.ts'
import { CASE_COLUMNS, caseFromRow } from './case-row.ts'
import type { Case } from './case.ts'
import { dueKey, visibleTo } from './desk-conditions-store.ts'
import type { DeskDays } from './desk-days.ts'

/** Why a case belongs to somebody's day. */
export const DAY_BLOCKS = [
  'urgent',
  'due',
  'to_approve',
  'answered',
  'returned',
  'late',
  'arrived',
  'begun',
] as const
export type DayBlock = (typeof DAY_BLOCKS)[number]

/** Whoever has more than so many of a kind is told so and looks at the desk. */
export const MOST_IN_BLOCK = 100

type Part = SelectQueryBuilder<Tables, 'cases', Record<never, never>>

/**
 * What a day asks of somebody, the first to be due first: danger, what can still be answered in time, what came
 * back to them, what is late, what came to their desk, what they began to write. Who answers for others sees
 * all that is due and what waits for an approval; everybody else what they have in hand. One statement, up to
 * one more than are told.
 */
export async function listDay(
  db: Db,
  viewer: CaseViewer,
  { days: { today, soon }, answersForOthers }: { days: DeskDays; answersForOthers: boolean },
): Promise<{ block: DayBlock; item: Case }[]> {
  const { accountId } = viewer.staff
  const open = db
    .selectFrom('cases')
    .where('cases.administration_id', '=', viewer.administrationId)
    .where('is_open', '=', true)
  const seen = open.where((on) => visibleTo(on, viewer))
  const inHand = seen.where('handler_id', '=', accountId)

  const unanswered = (answersForOthers ? seen : inHand).where('answered_at', 'is', null)
  const running = unanswered.where('priority', '=', 0).where('clock_suspended', '=', false)
  const toApprove = (answersForOthers ? seen : inHand.where(sql<boolean>`false`)).where(
    'state',
    '=',
    'response_drafted',
  )
  const calm = seen.where('priority', '=', 0)
  const arrived = answersForOthers
    ? calm.where((on) =>
        on.or([
          on('state', 'in', ['registered', 'in_triage']),
          on.and([on('state', '=', 'assigned'), on('handler_id', '=', accountId)]),
        ]),
      )
    : inHand.where('priority', '=', 0).where('state', '=', 'assigned')
  const parts: Record<DayBlock, Part> = {
    urgent: unanswered.where('priority', '>', 0),
    due: running
      .where(sql<boolean>`${dueKey} >= ${today}::date`)
      .where(sql<boolean>`${dueKey} <= ${soon}::date`),
    late: running.where(sql<boolean>`${dueKey} < ${today}::date`),
    to_approve: toApprove,
    answered: inHand.where(saidLastByPerson),
    returned: inHand.where('state', '=', 'in_analysis').where(lastAnswerReturned),
    arrived,
    begun: seen.where((on) =>
      on.exists(
        on
          .selectFrom('answer_drafts')
          .select('answer_drafts.case_id')
          .whereRef('answer_drafts.administration_id', '=', 'cases.administration_id')
          .whereRef('answer_drafts.case_id', '=', 'cases.case_id')
          .where('answer_drafts.account_id', '=', accountId),
      ),
    ),
  }
  const [first, ...others] = DAY_BLOCKS.map((block) =>
    db
      .selectFrom(
        parts[block]
          .select(CASE_COLUMNS)
          .orderBy(dueKey)
          .orderBy('case_number')
          .limit(MOST_IN_BLOCK + 1)
          .as('part'),
      )
      .selectAll()
      .select(sql<DayBlock>`${sql.lit(block)}`.as('block')),
  )
  if (!first) return []
  const rows = await others.reduce((all, other) => all.unionAll(other), first).execute()
  return rows.map((row) => ({ block: row.block, item: caseFromRow(row) }))
}

/** A correction, more information or a complaint about the answer, with nothing written since. */
const saidLastByPerson = sql<boolean>`exists (
  select from (
    select kind, account_id from case_contents said
    where said.administration_id = cases.administration_id and said.case_id = cases.case_id
    order by said.written_at desc limit 1
  ) as last
  where last.account_id is null and last.kind in ('correction', 'information', 'review_request'))`

const lastAnswerReturned = sql<boolean>`(
  select answers.state from answers
  where answers.administration_id = cases.administration_id and answers.case_id = cases.case_id
  order by answers.submitted_at desc limit 1
) = 'returned'`
