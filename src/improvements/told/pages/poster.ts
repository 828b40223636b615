import { NotFound } from '../../../platform/errors.ts'
import { makePaper } from '../../../platform/pdf/index.ts'
import { idIn, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { findIndicator, sayEffect } from '../../effect/index.ts'
import { enterRoom } from '../../pages/room.ts'
import { getProject } from '../../projects/index.ts'
import { inTheir } from '../in-their-language.ts'
import { findTold } from '../told-store.ts'
import { toldUrls } from '../urls.ts'

/** For the wall of the office: what people said, what was done, and where more of it stands. */
export function servePoster(system: System): Page {
  return async (request, response) => {
    const { t, lang, slug, book, deed } = await enterRoom(system, response, request)
    const { administrationId } = deed
    const which = { administrationId, projectId: idIn(request, 'projectId') }
    const told = await findTold(system.db, which)
    if (!told) throw new NotFound()
    const { number, title } = await getProject(system.db, which)
    const indicator = await findIndicator(system.db, which)
    const effect = indicator && sayEffect(indicator, t, lang)
    const { name } = book.administration
    const address = new URL(toldUrls(slug).one(number), system.config.baseUrl).href
    const words = { t, lang, title, author: name, foot: `${name} · ${address}` }
    const bytes = await makePaper(words, (paper) => {
      paper.heading('H2', t('improvements-told.said'))
      paper.text(inTheir(told.said, lang), { size: 20 })
      paper.heading('H2', t('improvements-told.did'))
      paper.text(inTheir(told.did, lang), { size: 20 })
      if (effect) {
        paper.heading('H2', effect.title)
        paper.text(effect.sentence, { size: 14 })
        paper.text(effect.publicNumbers, { soft: true })
      }
      paper.heading('H2', t('improvements-told.more'))
      paper.text(address, { size: 14 })
    })
    response.attachment(`cartel-${number}.pdf`).type('application/pdf').send(bytes)
  }
}
