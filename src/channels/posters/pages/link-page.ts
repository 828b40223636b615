import { countFiledByLink } from '../../../cases/index.ts'
import { languages, translator } from '../../../platform/i18n/index.ts'
import { render, squareCode, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { retireLink } from '../actions/retire-link.ts'
import { listCounts, listCountsByDay } from '../link-count-store.ts'
import { SIZES } from '../poster/sizes.ts'
import { linkRow } from './link-view.ts'
import { enterRoom, ownLink } from './room.ts'

const DAYS_SHOWN = 30
const DONE = ['made', 'retired']

/** One link: its address and code, its posters, and what it brought in. */
export function showLink(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const link = await ownLink(system, request, room)
    const { t, urls, lang, deed } = room
    const counted = {
      counts: await listCounts(system.db, deed.administrationId),
      filed: await countFiledByLink(system.db, deed.administrationId),
    }
    const row = linkRow(system, link, room, counted)
    const { hecho } = request.query
    render(
      response,
      'channels/posters/link',
      {
        title: link.label,
        backUrl: urls.list,
        done: DONE.find((code) => code === hecho) ?? null,
        row,
        square: squareCode(row.address),
        days: row.count ? await listCountsByDay(system.db, link, DAYS_SHOWN) : [],
        posterUrl: link.medium === 'print' ? urls.poster(link.linkId) : null,
        embeddingUrl: urls.embedding,
        retireUrl: urls.retirement(link.linkId),
        sizes: SIZES.map((value) => ({ value, text: t(`channels-posters.sizes.${value}`) })),
        languages: languages.map((value) => ({
          value,
          text: translator(value)('layout.language_name'),
        })),
        lang,
      },
      { layout: 'staff' },
    )
  }
}

export function sendRetirement(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const link = await ownLink(system, request, room)
    await retireLink(system.db, room.deed, link.linkId)
    response.redirect(303, `${room.urls.link(link.linkId)}?hecho=retired`)
  }
}
