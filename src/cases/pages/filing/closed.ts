import type { RequestHandler } from 'express'
import { getBookRules, isOpen, wearTheme } from '../../../administrations/index.ts'
import { localDate } from '../../../platform/dates.ts'
import { render } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'

/** Stands before every page of the way: a book that is not open yet says so, and how to reach the office. */
export function onlyOpenBooks(system: System): RequestHandler {
  return async (request, response, next) => {
    const now = system.clock()
    const rules = await getBookRules(system, String(request.params['slug']), now)
    const { administration } = rules
    if (isOpen(rules, localDate(now, administration.timeZone))) return next()
    wearTheme(response, administration)
    render(response, 'cases/filing/closed', {
      title: response.locals.t('filing.closed.title'),
      contact: administration.contact,
    })
  }
}
