import type { Request, Response } from 'express'
import { accountNames } from '../../../people/index.ts'
import { formatMonth } from '../months.ts'
import { NotAllowed, type FieldProblem } from '../../../platform/errors.ts'
import { readForm, render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import type { DueItem } from '../../due.ts'
import { readDue } from '../../due-items.ts'
import { centreChoice, enterRoom, type ImprovementRoom } from '../../pages/room.ts'
import { endLink, makeLink } from '../actions/keep-link.ts'
import { setTerms } from '../actions/set-terms.ts'
import { hasLink } from '../link-store.ts'
import { findTerms } from '../terms-store.ts'
import { yearUrls } from '../urls.ts'
import { maySetTerms, termsForm, termsView } from './terms-form.ts'

/** Everything that falls due in the year, by month. */
export function showYear(system: System): Page {
  return async (request, response) => {
    await show(system, await enterRoom(system, response, request), request, response)
  }
}

/** The address is shown this once. */
export function sendLink(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response, request)
    const { deed, place, lang, slug } = room
    const token = await makeLink(system, deed, { centreId: place.centreId, language: lang })
    const address = system.config.baseUrl + yearUrls(slug).calendar(token)
    await show(system, room, request, response, { address })
  }
}

/** When what nobody plans falls due, and when people are reminded. */
export function sendTerms(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response, request)
    if (!maySetTerms(room)) throw new NotAllowed()
    const { values, problems } = readForm(request, termsForm)
    if (!values) return show(system, room, request, response, { problems })
    await setTerms(system, room.deed, values)
    response.redirect(303, room.here(`${yearUrls(room.slug).year}?hecho=plazos`))
  }
}

export function sendLinkEnd(system: System): Page {
  return async (request, response) => {
    const { deed, here, slug } = await enterRoom(system, response, request)
    await endLink(system, deed)
    response.redirect(303, here(yearUrls(slug).year))
  }
}

interface Sent {
  address?: string | null
  problems?: readonly FieldProblem[]
}

async function show(
  { db }: System,
  room: ImprovementRoom,
  request: Request,
  response: Response,
  { address = null, problems = [] }: Sent = {},
): Promise<void> {
  const { t, slug, lang, today, deed, book, place } = room
  const { administrationId, accountId } = deed
  const year = Number(today.slice(0, 4))
  const days = { from: `${year}-01-01`, until: `${year}-12-31` }
  const all = await readDue(db, { administrationId, slug, ...days, t, lang })
  const isMine = request.query.de === 'mias'
  const items = all.filter(
    ({ centreId, ownerId }) =>
      (place.centreId === null || centreId === null || centreId === place.centreId) &&
      (!isMine || ownerId === accountId),
  )
  const names = await accountNames(
    db,
    items.map(({ ownerId }) => ownerId),
  )
  const shown = (item: DueItem) => ({
    ...item,
    kindText: t(`improvements-year.kinds.${item.kind}`),
    owner: (item.ownerId && names.get(item.ownerId)) ?? '',
    where: (item.centreId && book.names.get(item.centreId)) ?? t('improvements.all_centres'),
    state: item.doneOn !== null ? 'done' : item.on < today ? 'late' : 'open',
  })
  const months = [...new Set(items.map(({ on }) => on.slice(0, 7)))]
  const urls = yearUrls(slug)
  const model = {
    title: t('improvements-year.title', { year }),
    choice: centreChoice(room, urls.year),
    isMine,
    otherUrl: room.here(isMine ? urls.year : `${urls.year}?de=mias`),
    months: months.map((month) => ({
      name: formatMonth(month, lang),
      items: items.filter(({ on }) => on.startsWith(month)).map(shown),
    })),
    address,
    done: request.query.hecho === 'plazos',
    terms: termsView(room, await findTerms(db, administrationId), request, response, problems),
    linkUrl: room.here(urls.link),
    linkEndUrl: (await hasLink(db, administrationId, accountId)) ? room.here(urls.linkEnd) : null,
  }
  const status = problems.length > 0 ? 422 : 200
  render(response, 'improvements/year/year', model, { layout: 'staff', status })
}
