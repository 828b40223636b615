import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import type { Tables } from '../platform/database/tables.ts'
import { scopesOf, type Role } from '../people/index.ts'
import { READERS, RESPONSIBLES, UNIT_MEMBERS, type CaseViewer } from './case-policy.ts'
import { CASE_COLUMNS, caseFromRow } from './case-row.ts'
import type { Case } from './case.ts'
import type { DeskDays } from './desk-days.ts'
import { isProvisionalNumber } from './follow-case.ts'
import { DESK_VIEWS, orderOf, type Cursor, type DeskFilters, type DeskView } from './desk.ts'

type On = ExpressionBuilder<Tables, 'cases'>

/** Years away from any date that is due: sorts what has no date last. */
const NO_DATE = '9999-12-31'

const dueKey = sql<string>`coalesce(due_on, ${sql.lit(NO_DATE)}::date)`

export interface DeskPage {
  cases: Case[]
  next: Cursor | null
}

/** One page of a view, within what the viewer may see; the cost does not grow with the book. */
export async function listDesk(
  db: Db,
  viewer: CaseViewer,
  filters: DeskFilters,
  days: DeskDays,
  page: { after: Cursor | null; size: number },
): Promise<DeskPage> {
  const byDue = orderOf(filters) === 'due'
  let query = db
    .selectFrom('cases')
    .select(CASE_COLUMNS)
    .where('administration_id', '=', viewer.administrationId)
    .where((on) => visibleTo(on, viewer))
    .where((on) => on.and(conditionsOf(on, filters, viewer, days)))
    .limit(page.size + 1)
  const { after } = page
  if (byDue) {
    query = query.orderBy(dueKey).orderBy('case_number')
    if (after)
      query = query.where(
        sql<SqlBool>`(${dueKey}, case_number) > (${after.key}::date, ${after.caseNumber})`,
      )
  } else {
    query = query.orderBy('registered_at', 'desc').orderBy('case_number', 'desc')
    if (after) {
      query = query.where(
        sql<SqlBool>`(registered_at, case_number) < (${after.key}::timestamptz, ${after.caseNumber})`,
      )
    }
  }
  const cases = (await query.execute()).map(caseFromRow)
  const shown = cases.slice(0, page.size)
  const last = shown.at(-1)
  const hasMore = cases.length > page.size && last !== undefined
  return {
    cases: shown,
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

const UNCOUNTED: readonly DeskView[] = ['answered', 'ended', 'review_asked', 'all']

/** How many cases each view of open work holds for the viewer; done ones are not counted. */
export async function countDesk(
  db: Db,
  viewer: CaseViewer,
  days: DeskDays,
): Promise<Partial<Record<DeskView, number>>> {
  const counted = DESK_VIEWS.filter((view) => !UNCOUNTED.includes(view))
  const row = await db
    .selectFrom('cases')
    .select((on) =>
      counted.map((view) =>
        on.fn
          .countAll<number>()
          .filterWhere(belongsTo(on, view, viewer, days))
          .as(view),
      ),
    )
    .where('administration_id', '=', viewer.administrationId)
    .where('is_open', '=', true)
    .where((on) => visibleTo(on, viewer))
    .executeTakeFirstOrThrow()
  return row
}

/** Beyond this a list says only that there are more: counting further would cost what the list saves. */
export const MOST_COUNTED = 1000

/** How many cases a list holds, up to one more than are counted. */
export async function countList(
  db: Db,
  viewer: CaseViewer,
  filters: DeskFilters,
  days: DeskDays,
): Promise<number> {
  const { count } = await db
    .selectFrom((from) =>
      from
        .selectFrom('cases')
        .select('case_number')
        .where('administration_id', '=', viewer.administrationId)
        .where((on) => visibleTo(on, viewer))
        .where((on) => on.and(conditionsOf(on, filters, viewer, days)))
        .limit(MOST_COUNTED + 1)
        .as('some'),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The policy's `canSee`, for lists: a test compares the two. */
export function visibleTo(on: On, viewer: CaseViewer): Expression<SqlBool> {
  const isNotNamed =
    viewer.officialIds.length === 0
      ? sql<SqlBool>`true`
      : sql<SqlBool>`not (named_officials && ${[...viewer.officialIds]}::uuid[])`
  return on.and([
    isNotNamed,
    on.or([
      heldOver(on, viewer, RESPONSIBLES),
      on('handler_id', '=', viewer.staff.accountId),
      on.and([
        on('restricted', 'is', null),
        on.or([
          heldOver(on, viewer, READERS),
          on.and([on('unit_id', 'is not', null), heldOver(on, viewer, UNIT_MEMBERS)]),
        ]),
      ]),
    ]),
  ])
}

/** Cases of the places where the viewer holds one of the roles. */
function heldOver(on: On, viewer: CaseViewer, roles: readonly Role[]): Expression<SqlBool> {
  const scopes = roles
    .flatMap((role) => scopesOf(viewer.staff, role))
    .filter(
      ({ administrationId }) =>
        administrationId === null || administrationId === viewer.administrationId,
    )
  return on.or(
    scopes.map(({ centreId, unitId }) =>
      on.and([
        ...(centreId === null ? [] : [on('centre_id', '=', centreId)]),
        ...(unitId === null ? [] : [on('unit_id', '=', unitId)]),
      ]),
    ),
  )
}

const isOpen = sql<SqlBool>`is_open`

function belongsTo(
  on: On,
  view: DeskView,
  viewer: CaseViewer,
  { today, soon }: DeskDays,
): Expression<SqlBool> {
  const open = (...conditions: Expression<SqlBool>[]) => on.and([isOpen, ...conditions])
  switch (view) {
    case 'mine':
      return open(on('handler_id', '=', viewer.staff.accountId))
    case 'urgent':
      return open(on('priority', '>', 0))
    case 'unassigned':
      return open(on('state', 'in', ['registered', 'in_triage']))
    case 'to_approve':
      return open(on('state', '=', 'response_drafted'))
    case 'due_soon':
      return open(
        on('due_on', '>=', today),
        on('due_on', '<=', soon),
        on('answered_at', 'is', null),
      )
    case 'overdue':
      return open(
        on('due_on', '<', today),
        on('answered_at', 'is', null),
        on('clock_suspended', '=', false),
      )
    case 'waiting':
      return open(on('state', '=', 'awaiting_correction'))
    case 'to_deliver':
      return open(on('state', '=', 'response_issued'))
    case 'restricted':
      return open(on('restricted', 'is not', null))
    case 'review_asked':
      return on('review_asked', '=', true)
    case 'open':
      return isOpen
    case 'answered':
      return on('state', '=', 'notified')
    case 'ended':
      return on('closed_at', 'is not', null)
    case 'all':
      return sql<SqlBool>`true`
  }
}

/** Whoever asks for a number wants that case, wherever it lies. */
function conditionsOf(on: On, filters: DeskFilters, viewer: CaseViewer, days: DeskDays) {
  if (filters.numbers.length > 0) return [matches(on, filters)]
  return [belongsTo(on, filters.view, viewer, days), ...filterConditions(on, filters)]
}

function filterConditions(on: On, filters: DeskFilters): Expression<SqlBool>[] {
  const { text, kind, centreId, serviceId, unitId, channel, state, from, until } = filters
  const { spokenLanguage } = filters
  return [
    ...(text ? [matches(on, filters)] : []),
    ...(kind ? [on('kind', '=', kind)] : []),
    ...(centreId ? [on('centre_id', '=', centreId)] : []),
    ...(serviceId ? [on('service_id', '=', serviceId)] : []),
    ...(unitId ? [on('unit_id', '=', unitId)] : []),
    ...(channel ? [on('channel', '=', channel)] : []),
    ...(spokenLanguage ? [on('spoken_language', '=', spokenLanguage)] : []),
    ...(state ? [on('state', '=', state)] : []),
    ...(from ? [sql<SqlBool>`registered_at >= ${from}::date`] : []),
    ...(until ? [sql<SqlBool>`registered_at < ${until}::date + 1`] : []),
  ]
}

/** Numbers find their cases; anything else is searched in what was told, without accents and by stems. */
function matches(on: On, { text, numbers }: DeskFilters): Expression<SqlBool> {
  const told = sql<SqlBool>`search @@ websearch_to_tsquery('libro_es', ${text ?? ''})`
  if (numbers.length === 0) return told
  const printed = numbers.filter(isProvisionalNumber)
  return printed.length > 0 ? isPrinted(printed) : on('case_number', 'in', numbers)
}

/** What a tablet printed before the book had its number; two tablets may have printed it. */
function isPrinted(numbers: readonly string[]): Expression<SqlBool> {
  return sql<SqlBool>`case_id in (
    select case_origins.case_id from case_origins
    where case_origins.administration_id = cases.administration_id
      and case_origins.provisional_number = any(${numbers}::text[]))`
}
