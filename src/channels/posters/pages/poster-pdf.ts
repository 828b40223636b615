import type { Request } from 'express'
import { findWornPicture } from '../../../administrations/index.ts'
import { isLanguage } from '../../../platform/i18n/index.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { drawPoster } from '../poster/draw-poster.ts'
import { makePoster, type PosterWish } from '../poster/make-poster.ts'
import { SIZES } from '../poster/sizes.ts'
import { enterRoom, ownLink } from './room.ts'

/** Made anew each time, with the words and rules of the day. */
export function sendPoster(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const link = await ownLink(system, request, room)
    if (link.retiredAt || link.medium !== 'print') throw new NotFound()
    const wish = wishOf(request, room.lang)
    const mark = await findWornPicture(system.db, room.book.administration)
    const poster = makePoster(system, link, room.book, room.today, wish, mark)
    response.set({
      'Cache-Control': 'private, no-store',
      'Content-Disposition': `attachment; filename="cartel-${link.number}-${wish.size}.pdf"`,
    })
    response.type('pdf').send(await drawPoster(poster))
  }
}

function wishOf({ query }: Request, lang: string): PosterWish {
  const { tamano, idioma, segundo } = query
  const first = isLanguage(idioma) ? idioma : lang
  return {
    size: SIZES.find((size) => size === tamano) ?? 'a4',
    lang: first,
    secondLang: isLanguage(segundo) && segundo !== first ? segundo : null,
  }
}
