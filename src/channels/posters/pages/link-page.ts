import { countFiledByLink } from '../../../cases/index.ts'
import { languages, translator } from '../../../platform/i18n/index.ts'
import { render, squareCode, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { retireLink } from '../actions/retire-link.ts'
import { buttonSnippet, frameSnippet } from '../embedding/snippets.ts'
import { writeCode } from '../link-code.ts'
import { listCounts, listCountsByDay } from '../link-count-store.ts'
import { linkAddress, linkKey } from '../link-urls.ts'
import { isSealed, type PosterLink } from '../poster-link.ts'
import { accentOf } from '../poster/make-poster.ts'
import { SIZES } from '../poster/sizes.ts'
import { linkRow } from './link-view.ts'
import { enterRoom, ownLink, type Room } from './room.ts'
import { posterUrls } from './urls.ts'

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
        snippets: link.medium === 'site' ? snippetsOf(system, link, room) : null,
        retireUrl: urls.retirement(link.linkId),
        sizes: SIZES.map((value) => ({ value, text: t(`channels-posters.sizes.${value}`) })),
        tongues: languages.map((value) => ({
          value,
          text: translator(value)('layout.language_name'),
        })),
        lang,
      },
      { layout: 'staff' },
    )
  }
}

/** What is copied into the office's own page. The sealed door is never shown in a frame. */
function snippetsOf(system: System, link: PosterLink, { book: rules, lang, t }: Room) {
  const { slug, theme, name } = rules.administration
  const address = linkAddress(system, slug, link)
  const text = t(`channels-posters.button.${isSealed(link) ? 'sealed' : 'text'}`)
  const frame = new URL(posterUrls(slug).frame, system.config.baseUrl)
  frame.search = new URLSearchParams({
    enlace: writeCode(linkKey(system), link),
    idioma: lang,
  }).toString()
  return {
    button: buttonSnippet({ address, text, accent: accentOf(theme) }),
    frame: isSealed(link)
      ? null
      : frameSnippet(frame.href, t('channels-posters.frame.name', { name })),
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
