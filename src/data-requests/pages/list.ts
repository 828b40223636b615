import type { Response } from 'express'
import { getCalendar, sayDaysLeft, type WorkingCalendar } from '../../deadlines/index.ts'
import { openStaffVisit, type StaffVisit } from '../../people/index.ts'
import { formatShortDate } from '../../platform/i18n/index.ts'
import { localDate } from '../../platform/dates.ts'
import { render, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import type { DataRequest } from '../data-request.ts'
import { nextDay } from '../request-clock.ts'
import { mayFile } from '../request-policy.ts'
import { listRequests } from '../request-store.ts'
import { staffUrls } from '../urls.ts'
import { TONES } from './follow-page.ts'

const MOST = 200

/** What is owed, the nearest day first; and what was settled. Nobody's name is on it. */
export function showRequests(system: System): Page {
  return async (request, response) => {
    const visit = await openStaffVisit(system, response)
    const { deed, book, t, slug } = visit
    const settled = request.query['estado'] === 'resueltas'
    const { administrationId } = deed
    const found = await listRequests(system.db, administrationId, { settled, limit: MOST })
    const calendar = await getCalendar(system.db, book.administration.calendarCode)
    const urls = staffUrls(slug)
    const rows = found.map((each) => rowOf(each, visit, calendar))
    render(
      response,
      'data-requests/list',
      {
        title: t('data-requests.title'),
        views: [
          { text: t('data-requests.list.open'), url: urls.list, current: !settled },
          {
            text: t('data-requests.list.settled'),
            url: `${urls.list}?estado=resueltas`,
            current: settled,
          },
        ],
        rows,
        overdue: rows.filter(({ isLate }) => isLate).length,
        most: found.length === MOST ? t('data-requests.list.most', { count: MOST }) : null,
        entryUrl: mayFile(visit.staff, administrationId) ? urls.entry : null,
      },
      { layout: 'staff' },
    )
  }
}

function rowOf(
  request: DataRequest,
  { today, t, lang, slug, book }: StaffVisit,
  calendar: WorkingCalendar,
) {
  const day = nextDay(request)
  const isLate = day !== null && day < today
  const left = day && sayDaysLeft({ dueOn: day, paused: false }, calendar, today, t)
  return {
    number: request.requestNumber,
    url: staffUrls(slug, request.requestNumber).request,
    right: t(`data-requests.right.${request.right}.name`),
    state: { text: t(`data-requests.state.${request.state}`), tone: TONES[request.state] },
    filed: formatShortDate(localDate(request.filedAt, book.administration.timeZone), lang),
    due: day && left && { text: left, date: formatShortDate(day, lang) },
    isLate,
  }
}

export function redirectToRequest(response: Response, url: string, done: string): void {
  response.redirect(303, `${url}?hecho=${done}`)
}
