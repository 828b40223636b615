import type { Request, Response } from 'express'
import { getBookRules, isOpen, wearTheme, type BookRules } from '../../../administrations/index.ts'
import { beginFiling } from '../../../cases/index.ts'
import { doorUrl } from '../../../corruption-reports/index.ts'
import { localDate, type PlainDate } from '../../../platform/dates.ts'
import { isLanguage, translator } from '../../../platform/i18n/index.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import { inLanguage, openKinds } from '../../../regimes/index.ts'
import type { System } from '../../../system.ts'
import { countOpened } from '../actions/count-link.ts'
import { allowFraming } from '../embedding/framing-origin.ts'
import { listOrigins } from '../embedding/framing-store.ts'
import { findLink } from '../find-link.ts'
import { answersOf, type LinkAnswers } from '../link-answers.ts'
import { broughtBy, isSealed, type PosterLink } from '../poster-link.ts'
import { posterUrls } from './urls.ts'

/**
 * The first question for the office's own page. Within a frame of another site a browser brings no
 * cookies, so that nothing is asked here that would have to be kept: the choice goes by its address into
 * a tab of its own, and the words are written there.
 */
export function showFrame(system: System): Page {
  return async (request, response) => {
    const now = system.clock()
    const rules = await getBookRules(system, String(request.params['slug']), now)
    const { administration } = rules
    const day = localDate(now, administration.timeZone)
    await letFrame(system, response, administration.administrationId)
    speak(response, request.query['idioma'])
    wearTheme(response, administration)
    const { code, link } = await linkOf(system, request, rules)
    const { lang, t } = response.locals
    const urls = posterUrls(administration.slug)
    const known = link ? answersOf(link, rules, day) : {}
    render(
      response,
      'channels/posters/frame',
      {
        title: t('channels-posters.frame.title'),
        name: administration.name,
        open: isOpen(rules, day),
        action: urls.frameOnward,
        code,
        ...choicesOf(rules, day, lang, known),
        chooseText: t('channels-posters.frame.later'),
        doorUrl: doorUrl(administration.slug),
      },
      { layout: 'framed' },
    )
  }
}

/** The tab in which the filing goes on, from what was chosen in the frame. */
export function goOnward(system: System): Page {
  return async (request, response) => {
    const now = system.clock()
    const rules = await getBookRules(system, String(request.params['slug']), now)
    const { slug, timeZone } = rules.administration
    const day = localDate(now, timeZone)
    if (!isOpen(rules, day)) return response.redirect(303, `/${slug}/nuevo`)
    const { link } = await linkOf(system, request, rules)
    if (link) await countOpened(system, link, timeZone, now)
    const onward = await beginFiling(system, request, response, {
      ...(link && { ...answersOf(link, rules, day), link: broughtBy(link) }),
      ...chosenIn(request, rules, day),
    })
    response.redirect(303, onward)
  }
}

async function letFrame(system: System, response: Response, administrationId: string) {
  const origins = await listOrigins(system.db, administrationId)
  if (origins.length === 0) return
  const policy = String(response.getHeader('Content-Security-Policy'))
  response.set('Content-Security-Policy', allowFraming(policy, origins))
  // the older header knows only "nobody" and "ourselves"; the policy says it better
  response.removeHeader('X-Frame-Options')
}

/** The page around it says in which language; a cookie would not arrive. */
function speak(response: Response, language: unknown): void {
  if (!isLanguage(language)) return
  response.locals.lang = language
  response.locals.t = translator(language)
  response.set('Content-Language', language)
}

/** The link that the snippet was made with, while it is in use. */
async function linkOf(
  system: System,
  { query: { enlace } }: Request,
  rules: BookRules,
): Promise<{ code: string | null; link: PosterLink | null }> {
  if (typeof enlace !== 'string') return { code: null, link: null }
  const link = await findLink(system, rules, enlace)
  if (!link || link.retiredAt || isSealed(link)) return { code: null, link: null }
  return { code: enlace, link }
}

function choicesOf(rules: BookRules, day: PlainDate, lang: string, known: LinkAnswers) {
  return {
    kind: known.kind ?? '',
    centre: known.centre ?? '',
    kinds: openKinds(rules.regime, rules.authorisations, day).map(({ code, label, example }) => ({
      value: code,
      text: inLanguage(label, lang),
      hint: { text: inLanguage(example, lang) },
    })),
    centres: rules.centres.map(({ slug, name }) => ({ value: slug, text: name })),
  }
}

/** What the rules of the day do not know is left for the person to say. */
function chosenIn({ query }: Request, rules: BookRules, day: PlainDate): LinkAnswers {
  const kind = openKinds(rules.regime, rules.authorisations, day).find(
    ({ code }) => code === query['kind'],
  )
  const centre = rules.centres.find(({ slug }) => slug === query['centre'])
  return { ...(kind && { kind: kind.code }), ...(centre && { centre: centre.slug }) }
}
