import type { Request, Response } from 'express'
import { getBookRules, isOpen, wearTheme, type BookRules } from '../../../administrations/index.ts'
import { beginFiling } from '../../../cases/index.ts'
import { doorUrl } from '../../../corruption-reports/index.ts'
import { localDate } from '../../../platform/dates.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { countOpened } from '../actions/count-link.ts'
import { findLink } from '../find-link.ts'
import { answersOf } from '../link-answers.ts'
import { broughtBy, isSealed, type PosterLink } from '../poster-link.ts'

/** A code of ours leads into the filing; any other, and one taken down, to the ordinary way in. */
export function openLink(system: System): Page {
  return async (request, response) => {
    const now = system.clock()
    const rules = await getBookRules(system, String(request.params['slug']), now)
    const link = await findLink(system, rules, String(request.params['code']))
    if (!link) return offerForm(response, rules, 'unknown')
    if (link.retiredAt) return offerForm(response, rules, 'retired')
    if (isSealed(link)) return response.redirect(303, doorUrl(rules.administration.slug))
    if (isOnlyLooking(request)) return response.redirect(303, newUrl(rules))
    await countOpened(system, link, rules.administration.timeZone, now)
    response.redirect(303, await whereItLeads(system, request, response, rules, link))
  }
}

async function whereItLeads(
  system: System,
  request: Request,
  response: Response,
  rules: BookRules,
  link: PosterLink,
): Promise<string> {
  const day = localDate(system.clock(), rules.administration.timeZone)
  if (!isOpen(rules, day)) return newUrl(rules)
  return beginFiling(system, request, response, {
    ...answersOf(link, rules, day),
    link: broughtBy(link),
  })
}

/** Not a person yet: a browser that loads ahead, or a program that asks whether the page is there. */
function isOnlyLooking(request: Request): boolean {
  const purpose = request.get('Sec-Purpose') ?? request.get('Purpose') ?? ''
  return request.method === 'HEAD' || purpose.includes('prefetch')
}

function newUrl({ administration: { slug } }: BookRules): string {
  return `/${slug}/nuevo`
}

function offerForm(response: Response, rules: BookRules, why: 'unknown' | 'retired'): void {
  wearTheme(response, rules.administration)
  const { t } = response.locals
  render(
    response,
    'channels/posters/no-link',
    {
      title: t(`channels-posters.${why}.title`),
      text: t(`channels-posters.${why}.text`),
      newUrl: newUrl(rules),
      homeUrl: `/${rules.administration.slug}`,
    },
    { status: why === 'unknown' ? 404 : 410 },
  )
}
