import type { Request, Response } from 'express'
import { accountNames } from '../../../people/index.ts'
import { formatMonth } from '../months.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import type { DueItem } from '../../due.ts'
import { readDue } from '../../due-items.ts'
import { centreChoice, enterRoom, type ImprovementRoom } from '../../pages/room.ts'
import { endLink, makeLink } from '../actions/keep-link.ts'
import { hasLink } from '../link-store.ts'
import { yearUrls } from '../urls.ts'

/** Everything that falls due in the year, by month. */
export function showYear(system: System): Page {
  return async (request, response) => {
    await show(system, await enterRoom(system, response, request), request, response, null)
  }
}

/** The address is shown this once. */
export function sendLink(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response, request)
    const { deed, place, lang, slug } = room
    const token = await makeLink(system, deed, { centreId: place.centreId, language: lang })
    const address = system.config.baseUrl + yearUrls(slug).calendar(token)
    await show(system, room, request, response, address)
  }
}

export function sendLinkEnd(system: System): Page {
  return async (request, response) => {
    const { deed, here, slug } = await enterRoom(system, response, request)
    await endLink(system, deed)
    response.redirect(303, here(yearUrls(slug).year))
  }
}

async function show(
  { db }: System,
  room: ImprovementRoom,
  request: Request,
  response: Response,
  address: string | null,
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
    linkUrl: room.here(urls.link),
    linkEndUrl: (await hasLink(db, administrationId, accountId)) ? room.here(urls.linkEnd) : null,
  }
  render(response, 'improvements/year/year', model, { layout: 'staff' })
}
