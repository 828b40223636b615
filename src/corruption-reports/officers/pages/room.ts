import { getBookRules } from '../../../administrations/index.ts'
import { requireWorkplace } from '../../../people/index.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { requireSealed } from '../../sealed-database.ts'
import { getOffice } from '../../office.ts'
import { readShortages } from '../actions/read-shortages.ts'
import { roomView } from './room-view.ts'
import { sayShortages } from './say-shortages.ts'

/** One page for everything: what is read stays in this tab's memory, and nowhere else. */
export function officerRoom(system: System): Page {
  return async (_request, response) => {
    const { slug } = requireWorkplace(response)
    const now = system.clock()
    const office = await getOffice(system, slug, now)
    const book = await getBookRules(system, slug, now)
    const { t, lang } = response.locals
    const model = roomView(office, book, { t, lang, baseUrl: system.config.baseUrl })
    const shortages = await readShortages(requireSealed(system), office)
    const view = { ...model, shortages: sayShortages(shortages, { t, lang }) }
    render(response, 'corruption-reports/officers/room', view, { layout: 'staff' })
  }
}
