import { sql, type SqlBool } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import type { CaseViewer } from './case-policy.ts'
import { CASE_COLUMNS, caseFromRow } from './case-row.ts'
import type { Case } from './case.ts'
import { conditionsOf, dueKey, NO_DATE, visibleTo } from './desk-conditions-store.ts'
import { countsOf, readCounts, type DeskCounts, type ListsToCount } from './desk-counts-store.ts'
import type { DeskDays } from './desk-days.ts'
import { orderOf, type Cursor, type DeskFilters } from './desk.ts'

export interface DeskPage {
  cases: Case[]
  /** Of these cases, those whose newest answer came back from whoever approves. */
  returned: ReadonlySet<string>
  next: Cursor | null
}

const isReturned = sql<boolean | null>`case when state = 'in_analysis' then (
  select answers.state = 'returned' from answers
  where answers.administration_id = cases.administration_id and answers.case_id = cases.case_id
  order by answers.submitted_at desc limit 1) end`

interface PageAsked {
  after: Cursor | null
  size: number
}

/** One page of a view, within what the viewer may see; the cost does not grow with the book. */
export async function listDesk(
  db: Db,
  viewer: CaseViewer,
  filters: DeskFilters,
  days: DeskDays,
  page: PageAsked,
): Promise<DeskPage> {
  const rows = await deskQuery(db, viewer, filters, days, page).execute()
  return pageOf(rows, filters, page)
}

/** A page with the counts of all lists beside it, in one statement. */
export async function lookAtDesk(
  db: Db,
  viewer: CaseViewer,
  filters: DeskFilters,
  days: DeskDays,
  page: PageAsked,
  lists: ListsToCount,
): Promise<{ page: DeskPage; counts: DeskCounts }> {
  const listed = deskQuery(db, viewer, filters, days, page)
  const rows = await db
    .selectFrom(
      sql<{ counts: DeskCounts }>`(select ${countsOf(viewer, days, lists)} as counts)`.as(
        'counted',
      ),
    )
    .leftJoin(listed.as('listed'), (join) => join.onTrue())
    .selectAll()
    .execute()
  const [first] = rows
  if (!first) throw new Error('the counts alone make one row')
  // the one row of counts leads the join, so that the list keeps its order; an empty one leaves it alone
  const cases = rows.filter((row): row is typeof row & DeskRow => row.case_id !== null)
  return { page: pageOf(cases, filters, page), counts: readCounts(first.counts) }
}

type DeskRow = Awaited<ReturnType<ReturnType<typeof deskQuery>['execute']>>[number]

function deskQuery(
  db: Db,
  viewer: CaseViewer,
  filters: DeskFilters,
  days: DeskDays,
  { after, size }: PageAsked,
) {
  const query = db
    .selectFrom('cases')
    .select(CASE_COLUMNS)
    .select(isReturned.as('is_returned'))
    .where('administration_id', '=', viewer.administrationId)
    .where((on) => visibleTo(on, viewer))
    .where((on) => on.and(conditionsOf(on, filters, viewer, days)))
    .limit(size + 1)
  if (orderOf(filters) === 'due') {
    const ordered = query.orderBy(dueKey).orderBy('case_number')
    if (!after) return ordered
    return ordered.where(
      sql<SqlBool>`(${dueKey}, case_number) > (${after.key}::date, ${after.caseNumber})`,
    )
  }
  const ordered = query.orderBy('registered_at', 'desc').orderBy('case_number', 'desc')
  if (!after) return ordered
  return ordered.where(
    sql<SqlBool>`(registered_at, case_number) < (${after.key}::timestamptz, ${after.caseNumber})`,
  )
}

function pageOf(rows: readonly DeskRow[], filters: DeskFilters, { size }: PageAsked): DeskPage {
  const byDue = orderOf(filters) === 'due'
  const cases = rows.map(caseFromRow)
  const shown = cases.slice(0, size)
  const last = shown.at(-1)
  const hasMore = cases.length > size && last !== undefined
  return {
    cases: shown,
    returned: new Set(rows.flatMap((row) => (row.is_returned === true ? [row.case_id] : []))),
    next: hasMore ? { key: cursorKey(last, byDue), caseNumber: last.caseNumber } : null,
  }
}

/** The case that comes after this one in a list, or the list's first; null: there is no other. */
export async function findNextOnDesk(
  db: Db,
  viewer: CaseViewer,
  filters: DeskFilters,
  days: DeskDays,
  item: Case,
): Promise<string | null> {
  const after = { key: cursorKey(item, orderOf(filters) === 'due'), caseNumber: item.caseNumber }
  const following = await listDesk(db, viewer, filters, days, { after, size: 1 })
  const [next] = following.cases
  if (next) return next.caseNumber
  const { cases } = await listDesk(db, viewer, filters, days, { after: null, size: 2 })
  return cases.find(({ caseId }) => caseId !== item.caseId)?.caseNumber ?? null
}

function cursorKey(item: Case, byDue: boolean): string {
  return byDue ? (item.dueOn ?? NO_DATE) : item.registeredAt.toISOString()
}
