import { makePaper } from '../../../platform/pdf/index.ts'
import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { drawSheet } from '../draw-sheet.ts'
import { enterPractice } from './room.ts'

export function serveSheet(system: System): Page {
  return async (request, response) => {
    const { room, whole } = await enterPractice(system, request, response)
    const { t, lang, book } = room
    const { name: author } = book.administration
    const { name, practiceId, version } = whole.practice
    const title = t('improvements-practices.sheet_title', { name })
    const words = { t, lang, title, author, foot: `${author} · ${title}` }
    const bytes = await makePaper(words, (paper) => drawSheet(paper, whole, { t, lang }))
    const file = `ficha-${practiceId.slice(0, 8)}-v${version}.pdf`
    response.attachment(file).type('application/pdf')
    response.set('Cache-Control', 'private, no-store').send(bytes)
  }
}
