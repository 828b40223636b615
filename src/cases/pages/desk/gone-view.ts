import type { T } from '../../../platform/i18n/index.ts'
import { NOBODY, type DeskFilters } from '../../desk.ts'
import type { CaseListParts } from './case-list-parts.ts'

type Known = Pick<CaseListParts, 'coworkers'>

/** What the list names and is no more: it is said, since a list that silently shows something else misleads. */
export function sayGone({ request, query, response, coworkers }: CaseListParts): string[] {
  const { t } = response.locals
  return [
    ...query.gone.map((name) =>
      t('desk.gone', { filter: t(`desk.filters.${name}`), value: textOf(request.query[name]) }),
    ),
    ...sayWhoLeft(query.filters, { coworkers }, t),
  ]
}

/** Their cases are still there; somebody else must take them. */
function sayWhoLeft(filters: DeskFilters, known: Known, t: T): string[] {
  if (!hasLeft(filters, known)) return []
  const name = known.coworkers.find(({ accountId }) => accountId === filters.handlerId)?.name
  return [name === undefined ? t('desk.gone_person') : t('desk.left_office', { name })]
}

export function hasLeft({ handlerId }: DeskFilters, { coworkers }: Known): boolean {
  if (handlerId === null || handlerId === NOBODY) return false
  return !coworkers.some(({ accountId, atWork }) => accountId === handlerId && atWork)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 80) : ''
}
