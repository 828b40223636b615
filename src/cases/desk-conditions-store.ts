import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { Tables } from '../platform/database/tables.ts'
import { scopesOf, type Role } from '../people/index.ts'
import { READERS, RESPONSIBLES, UNIT_MEMBERS, type CaseViewer } from './case-policy.ts'
import type { DeskDays } from './desk-days.ts'
import { NOBODY, type DeskFilters, type DeskView } from './desk.ts'
import { isProvisionalNumber } from './follow-case.ts'

/** What a case must be to stand on somebody's desk: seen by them, of the view, as they filter. */

type On = ExpressionBuilder<Tables, 'cases'>

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

/** Years away from any date that is due: sorts what has no date last. */
export const NO_DATE = '9999-12-31'

/** As the indexes of the desk are ordered. */
export const dueKey = sql<string>`coalesce(due_on, ${sql.lit(NO_DATE)}::date)`

const isOpen = sql<SqlBool>`is_open`

export function belongsTo(
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
        sql`${dueKey} >= ${today}::date`,
        sql`${dueKey} <= ${soon}::date`,
        on('answered_at', 'is', null),
      )
    case 'overdue':
      return open(
        sql`${dueKey} < ${today}::date`,
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
export function conditionsOf(on: On, filters: DeskFilters, viewer: CaseViewer, days: DeskDays) {
  if (filters.numbers.length > 0) return [matches(on, filters)]
  return [belongsTo(on, filters.view, viewer, days), ...filterConditions(on, filters)]
}

export function filterConditions(on: On, filters: DeskFilters): Expression<SqlBool>[] {
  const { text, kind, centreId, serviceId, unitId, channel, state, from, until } = filters
  const { spokenLanguage, handlerId, priority } = filters
  return [
    ...(text ? [matches(on, filters)] : []),
    ...(kind ? [on('kind', '=', kind)] : []),
    ...(centreId ? [on('centre_id', '=', centreId)] : []),
    ...(serviceId ? [on('service_id', '=', serviceId)] : []),
    ...(unitId ? [on('unit_id', '=', unitId)] : []),
    ...(handlerId === NOBODY ? [on('handler_id', 'is', null)] : []),
    ...(handlerId && handlerId !== NOBODY ? [on('handler_id', '=', handlerId)] : []),
    ...(priority ? [on('priority', '>', 0)] : []),
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
