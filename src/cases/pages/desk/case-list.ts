import type { Request, Response } from 'express'
import { recordLook } from '../../../audit/index.ts'
import { getBookRulesAt, type BookRules } from '../../../administrations/index.ts'
import { getCalendar, type WorkingCalendar } from '../../../deadlines/index.ts'
import {
  holdsWithin,
  listCoworkers,
  requireStaff,
  requireWorkplace,
  type Staff,
} from '../../../people/index.ts'
import { localDate, type PlainDate } from '../../../platform/dates.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { deskUrl } from '../../case-urls.ts'
import { caseViewer } from '../../case-viewer.ts'
import { isFiltered, NOBODY, type DeskFilters, type DeskView } from '../../desk.ts'
import { deskDays } from '../../desk-days.ts'
import { lookAtDesk } from '../../desk-store.ts'
import { ASSIGNERS, HANDLERS } from './desk-roles.ts'
import { caseListView } from './case-list-view.ts'
import { deskAddress, readDeskQuery } from './desk-query.ts'
import { trailOf, trailValues } from './desk-trail.ts'
import type { KeptView } from './kept-views.ts'
import type { BesideDesk } from './routes.ts'

/** The desk: one page of a view, with the counts of all. */
export function caseList(system: System, beside: BesideDesk): Page {
  return async (request, response) => {
    const { shelf } = beside
    const now = system.clock()
    const staff = requireStaff(response)
    const workplace = requireWorkplace(response)
    const { slug, administrationId } = workplace
    const kept = await shelf.list({ staff, administrationId })
    const begin = whereToBegin(request, slug, kept)
    if (begin !== null) return response.redirect(303, begin)

    const rules = await getBookRulesAt(system.db, workplace, now)
    const calendar = await getCalendar(system.db, rules.administration.calendarCode)
    const today = localDate(now, rules.administration.timeZone)
    const days = deskDays(calendar, today)
    const viewer = caseViewer(staff, rules)
    const query = readDeskQuery(request.query, rules, usualView(staff, administrationId), today)
    const { filters } = query
    const filtersOf = (trail: string) =>
      readDeskQuery(trailValues(trail), rules, 'open', today).filters
    const keptFilters = kept.map(({ trail }) => filtersOf(trail))

    const lists = { list: isFiltered(filters) ? filters : null, kept: keptFilters }
    const { page, counts } = await lookAtDesk(system.db, viewer, filters, days, query, lists)
    if (filters.text !== null) {
      // what was typed may be somebody's name: it is not noted
      const { accountId } = staff
      await recordLook(system.db, { at: now, accountId, administrationId, what: 'search' })
    }
    const coworkers = await listCoworkers(system.db, administrationId, HANDLERS, today, [
      ...page.cases.map(({ handlerId }) => handlerId),
      ...[filters, ...keptFilters].map(handlerIn),
    ])
    render(
      response,
      'cases/desk/list',
      {
        ...(await besideList(beside, filters, response, { now, today, calendar, book: rules })),
        ...caseListView({
          response,
          request,
          rules,
          calendar,
          today,
          query,
          page,
          counts,
          found: counts.found,
          coworkers,
          names: new Map(coworkers.map(({ accountId, name }) => [accountId, name])),
          shelf,
          kept,
          bulk: beside.bulk({ staff, administrationId, slug, t: response.locals.t }),
        }),
      },
      { layout: 'staff' },
    )
  }
}

/** Who asks for no list in particular gets the one that they chose to begin with. */
function whereToBegin({ query }: Request, slug: string, kept: readonly KeptView[]): string | null {
  const first = kept.find(({ isDefault }) => isDefault)
  if (!first || trailOf(query) !== '') return null
  const done = typeof query['hecho'] === 'string' ? { hecho: query['hecho'] } : {}
  return deskAddress(deskUrl(slug), trailValues(first.trail), done)
}

function handlerIn({ handlerId }: DeskFilters): string | null {
  return handlerId === NOBODY ? null : handlerId
}

/** Whoever searches has read what other rooms tell, and sees what they hold instead. */
async function besideList(
  { news, searches }: BesideDesk,
  filters: DeskFilters,
  response: Response,
  days: { now: Date; today: PlainDate; calendar: WorkingCalendar; book: BookRules },
) {
  const { t, lang } = response.locals
  const { slug, administrationId } = requireWorkplace(response)
  const at = { staff: requireStaff(response), administrationId, slug, t }
  const { text } = filters
  const told = text !== null ? [] : await Promise.all(news.map((tell) => tell({ ...at, ...days })))
  const found =
    text === null ? [] : await Promise.all(searches.map((search) => search({ ...at, text, lang })))
  return { news: told.flat(), beside: found.filter((each) => each !== null) }
}

/** What each person asks first: the responsible what is new, everybody else what is theirs. */
function usualView(staff: Staff, administrationId: string): DeskView {
  if (holdsWithin(staff, ASSIGNERS, administrationId)) return 'unassigned'
  return holdsWithin(staff, ['auditor', 'site_officer'], administrationId) ? 'open' : 'mine'
}
