import { getBookRulesById } from '../../../administrations/index.ts'
import { listColleagues } from '../../../people/index.ts'
import { localDate } from '../../../platform/dates.ts'
import { NotFound } from '../../../platform/errors.ts'
import { translator } from '../../../platform/i18n/index.ts'
import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { readDue } from '../../due-items.ts'
import { hashOf } from '../actions/keep-link.ts'
import { findLink } from '../link-store.ts'
import { writeCalendar } from '../write-calendar.ts'

/** Days and kinds, for whoever holds the address: no title that somebody wrote, and nobody's name. */
export function serveCalendar(system: System): Page {
  return async (request, response) => {
    const { db, config } = system
    const link = await findLink(db, hashOf(String(request.params['token'])))
    if (!link) throw new NotFound()
    const now = system.clock()
    const { administrationId, centreId, language } = link
    const book = await getBookRulesById(system, administrationId, now)
    const { slug, timeZone, name } = book.administration
    const today = localDate(now, timeZone)
    const colleagues = await listColleagues(db, administrationId, today)
    // whoever left has no calendar here any more
    if (!colleagues.some(({ accountId }) => accountId === link.accountId)) throw new NotFound()
    const t = translator(language)
    const year = today.slice(0, 4)
    const days = { from: `${year}-01-01`, until: `${year}-12-31` }
    const items = await readDue(db, { administrationId, slug, ...days, t, lang: language })
    const seen = items.filter(
      (item) => centreId === null || item.centreId === null || item.centreId === centreId,
    )
    const calendar = writeCalendar(
      seen.map(({ id, on, kind, href, centreId: at }) => ({
        id,
        on,
        summary: [t(`improvements-year.kinds.${kind}`), at && book.names.get(at)]
          .filter(Boolean)
          .join(': '),
        url: config.baseUrl + href,
      })),
      { name: t('improvements-year.calendar', { name }), host: new URL(config.baseUrl).host, now },
    )
    response.set('Cache-Control', 'private, no-store').type('text/calendar').send(calendar)
  }
}
