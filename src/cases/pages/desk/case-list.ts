import { getBookRules } from '../../../administrations/index.ts'
import { getCalendar } from '../../../deadlines/index.ts'
import {
  accountNames,
  holdsWithin,
  requireStaff,
  requireWorkplace,
  type Staff,
} from '../../../people/index.ts'
import { localDate } from '../../../platform/dates.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { listReturned } from '../../answer-store.ts'
import { caseViewer } from '../../case-viewer.ts'
import type { DeskFilters, DeskView } from '../../desk.ts'
import { deskDays } from '../../desk-days.ts'
import { countDesk } from '../../desk-counts-store.ts'
import { listDesk } from '../../desk-store.ts'
import { ASSIGNERS } from './desk-roles.ts'
import { caseListView } from './case-list-view.ts'
import { readDeskQuery } from './desk-query.ts'
import type { BesideDesk } from './routes.ts'

/** The desk: one page of a view, with the counts of all. */
export function caseList(system: System, { news, searches }: BesideDesk): Page {
  return async (request, response) => {
    const now = system.clock()
    const staff = requireStaff(response)
    const { slug, administrationId } = requireWorkplace(response)
    const rules = await getBookRules(system, slug, now)
    const calendar = await getCalendar(system.db, rules.administration.calendarCode)
    const today = localDate(now, rules.administration.timeZone)
    const days = deskDays(calendar, today)
    const viewer = caseViewer(staff, rules)
    const query = readDeskQuery(request.query, rules, usualView(staff, administrationId), today)

    const page = await listDesk(system.db, viewer, query.filters, days, query)
    const isWhole = page.next === null && query.after === null
    const uncounted = isFiltered(query.filters) && !isWhole ? query.filters : null
    const counts = await countDesk(system.db, viewer, days, uncounted)
    const found = isFiltered(query.filters) && isWhole ? page.cases.length : counts.found
    const names = await accountNames(system.db, [
      query.filters.handlerId,
      ...page.cases.map(({ handlerId }) => handlerId),
    ])
    const inAnalysis = page.cases.filter(({ state }) => state === 'in_analysis')
    const returned = await listReturned(
      system.db,
      administrationId,
      inAnalysis.map(({ caseId }) => caseId),
    )
    const { t, lang } = response.locals
    // whoever searches has read it
    const told = isFiltered(query.filters)
      ? []
      : await Promise.all(
          news.map((tell) =>
            tell({ staff, book: rules, administrationId, slug, now, today, calendar, t }),
          ),
        )
    const { text } = query.filters
    const beside =
      text === null
        ? []
        : await Promise.all(
            searches.map((search) => search({ staff, administrationId, slug, text, t, lang })),
          )
    render(
      response,
      'cases/desk/list',
      {
        news: told.flat(),
        beside: beside.filter((found) => found !== null),
        ...caseListView({
          response,
          request,
          rules,
          calendar,
          today,
          query,
          page,
          counts: counts.views,
          found,
          names,
          returned,
          mayAssign: holdsWithin(staff, ASSIGNERS, administrationId),
        }),
      },
      { layout: 'staff' },
    )
  }
}

/** A view alone has its count beside its name. */
function isFiltered({
  text,
  kind,
  centreId,
  serviceId,
  unitId,
  handlerId,
  channel,
  state,
  from,
  until,
}: DeskFilters): boolean {
  return [text, kind, centreId, serviceId, unitId, handlerId, channel, state, from, until].some(
    (value) => value !== null,
  )
}

/** What each person asks first: the responsible what is new, everybody else what is theirs. */
function usualView(staff: Staff, administrationId: string): DeskView {
  if (holdsWithin(staff, ASSIGNERS, administrationId)) return 'unassigned'
  return holdsWithin(staff, ['auditor', 'site_officer'], administrationId) ? 'open' : 'mine'
}
