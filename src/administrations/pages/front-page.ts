import { localDate } from '../../platform/dates.ts'
import { render, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { getBookRules } from '../read-book-rules.ts'
import { frontPageView } from './front-page-view.ts'
import type { FrontLink, TellOnFront } from './tell-on-front.ts'
import { wearTheme } from './wear-theme.ts'

/** The first page of a public body: what one may say, until when it is answered, where it is. */
export function showFrontPage(system: System, tellers: readonly TellOnFront[]): Page {
  return async (request, response) => {
    const now = system.clock()
    const rules = await getBookRules(system, String(request.params['slug']), now)
    wearTheme(response, rules.administration)
    const { lang, t } = response.locals
    const day = localDate(now, rules.administration.timeZone)
    const { administrationId, slug } = rules.administration
    const told: FrontLink[] = []
    for (const tell of tellers) {
      const link = await tell(system.db, { administrationId, slug, t })
      if (link) told.push(link)
    }
    const view = { ...frontPageView(rules, { lang, t, day }), told }
    render(response, 'administrations/front', view)
  }
}
