import { expressionBuilder, sql, type RawBuilder } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import type { Tables } from '../platform/database/tables.ts'
import { CASE_STATES, STATE_TYPE } from './case-states.ts'
import type { CaseViewer } from './case-policy.ts'
import { belongsTo, conditionsOf, filterConditions, visibleTo } from './desk-conditions-store.ts'
import type { DeskDays } from './desk-days.ts'
import { deskParts, type DeskPart } from './desk-parts.ts'
import { DESK_VIEWS, MOST_FOUND, MOST_ON_DESK, type DeskFilters, type DeskView } from './desk.ts'

type Condition = RawBuilder<unknown>

const UNCOUNTED: readonly DeskView[] = ['answered', 'ended', 'review_asked', 'all']
const COUNTED = DESK_VIEWS.filter((view) => !UNCOUNTED.includes(view))

export interface DeskCounts {
  views: Partial<Record<DeskView, number>>
  /** Of the list that was asked for; null: none was. */
  found: number | null
  /** Of the lists that somebody keeps, in their order; null: of all that was ever done, which is not counted. */
  kept: readonly (number | null)[]
}

/** What is counted besides the views of open work: a list as it is narrowed, and those that somebody keeps. */
export interface ListsToCount {
  list: DeskFilters | null
  kept: readonly DeskFilters[]
}

export async function countDesk(
  db: Db,
  viewer: CaseViewer,
  days: DeskDays,
  lists: ListsToCount = { list: null, kept: [] },
): Promise<DeskCounts> {
  const counts = countsOf(viewer, days, lists)
  const { rows } = await sql<{ counts: DeskCounts }>`select ${counts} as counts`.execute(db)
  const [counted] = rows
  if (!counted) throw new Error('a select without a table has one row')
  return readCounts(counted.counts)
}

/**
 * How many cases each view of open work holds for the viewer, those that they keep, and a list as it is narrowed,
 * each up to one more than are told: a view is looked up in the order of an index and left as soon as there are
 * enough, so that it costs the same in any book. One value, so that a list can be asked for with it.
 */
export function countsOf(viewer: CaseViewer, days: DeskDays, { list, kept }: ListsToCount) {
  const views = COUNTED.map((view) => sql`${sql.lit(view)}, ${countOf(view, viewer, days)}`)
  return sql<DeskCounts>`json_build_object(
    'views', json_build_object(${sql.join(views)}),
    'found', ${list === null ? sql`null` : countFound(list, viewer, days)},
    'kept', array[${sql.join(kept.map((each) => countKept(each, viewer, days)))}]::integer[])`
}

export function readCounts({ views, found, kept }: DeskCounts): DeskCounts {
  const most = (count: number) => Math.min(count, MOST_ON_DESK + 1)
  const told = COUNTED.map((view) => [view, most(views[view] ?? 0)] as const)
  return {
    views: Object.fromEntries(told),
    found,
    kept: kept.map((count) => (count === null ? null : most(count))),
  }
}

function countFound(list: DeskFilters, viewer: CaseViewer, days: DeskDays): Condition {
  const on = expressionBuilder<Tables, 'cases'>()
  return sql`(select count(*)::integer from (
    select from cases where administration_id = ${viewer.administrationId} and ${visibleTo(on, viewer)}
      and ${on.and(conditionsOf(on, list, viewer, days))}
    limit ${sql.lit(MOST_FOUND + 1)}) as enough)`
}

function countKept(list: DeskFilters, viewer: CaseViewer, days: DeskDays): Condition {
  if (UNCOUNTED.includes(list.view)) return sql`null`
  const narrowed = filterConditions(expressionBuilder<Tables, 'cases'>(), list)
  return countOf(
    list.view,
    viewer,
    days,
    narrowed.map((each) => sql`${each}`),
  )
}

/** The sum over what the viewer has in hand and the parts of the book that they see, each case once. */
function countOf(
  view: DeskView,
  viewer: CaseViewer,
  days: DeskDays,
  narrowed: readonly Condition[] = [],
): Condition {
  const inHand = sql`handler_id = ${viewer.staff.accountId}`
  const parts = deskParts(viewer)
  const seesAll = parts.some(
    ({ restricted, centreIds, unitIds }) => restricted && !centreIds && !unitIds,
  )
  const kinds = [
    ...(seesAll && view !== 'mine' ? [] : [inHand]),
    ...(view === 'mine'
      ? []
      : parts.filter(({ restricted }) => restricted || view !== 'restricted').map(within)),
  ]
  if (kinds.length === 0) return sql`0`
  const belonging = [...notNaming(viewer), ...belongingTo(view, viewer, days), ...narrowed]
  const sums = kinds.map((each, index) => {
    const earlier = kinds.slice(0, index).map((one) => sql`(${one}) is not true`)
    return countUpTo([each, ...earlier, ...belonging], viewer)
  })
  return sql.join(sums, sql` + `)
}

function countUpTo(conditions: readonly Condition[], viewer: CaseViewer): Condition {
  return sql`(select count(*)::integer from (
    select from cases where administration_id = ${viewer.administrationId} and is_open
      and ${sql.join(conditions, sql` and `)}
    limit ${sql.lit(MOST_ON_DESK + 1)}) as enough)`
}

function within({ centreIds, unitIds, ofUnits, restricted }: DeskPart): Condition {
  const conditions = [
    ...(centreIds ? [sql`centre_id in (${sql.join(centreIds)})`] : []),
    ...(unitIds ? [sql`unit_id in (${sql.join(unitIds)})`] : []),
    ...(ofUnits && !unitIds ? [sql`unit_id is not null`] : []),
    ...(restricted ? [] : [sql`restricted is null`]),
  ]
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}

function notNaming({ officialIds }: CaseViewer): Condition[] {
  return officialIds.length === 0 ? [] : [sql`not (named_officials && ${[...officialIds]}::uuid[])`]
}

const OPEN_STATES = CASE_STATES.filter((state) => ['open', 'waiting'].includes(STATE_TYPE[state]))

/** By their day they are looked up within each state, as the indexes of the desk are ordered. */
function belongingTo(view: DeskView, viewer: CaseViewer, days: DeskDays): Condition[] {
  const belongs = sql`${belongsTo(expressionBuilder<Tables, 'cases'>(), view, viewer, days)}`
  const byDay = view === 'due_soon' || view === 'overdue'
  return byDay ? [belongs, sql`state in (${sql.join(OPEN_STATES)})`] : [belongs]
}
