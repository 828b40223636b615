import type { Request, Response } from 'express'
import { getBookRules, wearTheme, type BookRules } from '../../administrations/index.ts'
import { localDate, type PlainDate } from '../../platform/dates.ts'
import type { T } from '../../platform/i18n/index.ts'
import type { System } from '../../system.ts'
import { cameBy } from '../road/came-by.ts'

/** One request on the reporter's road: everything that its pages look at, nothing about who asks. */
export interface Visit {
  readonly rules: BookRules
  readonly administrationId: string
  readonly slug: string
  /** Of the road that the person came by. */
  readonly baseUrl: string
  readonly day: PlainDate
  readonly lang: string
  readonly t: T
}

export async function openVisit(
  system: System,
  request: Request,
  response: Response,
): Promise<Visit> {
  const now = system.clock()
  const slug = String(request.params['slug'])
  const rules = await getBookRules(system, slug, now)
  const { administration } = rules
  wearTheme(response, administration)
  const { lang, t } = response.locals
  return {
    rules,
    administrationId: administration.administrationId,
    slug: administration.slug,
    baseUrl: cameBy(request, system.config.baseUrl),
    day: localDate(now, administration.timeZone),
    lang,
    t,
  }
}
