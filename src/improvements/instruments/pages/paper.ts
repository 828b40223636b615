import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { drawInstrument } from '../draw-instrument.ts'
import { findPaper } from '../instrument-store.ts'
import { paperName } from '../paper-name.ts'
import { enterInstrument, whereOf } from './room.ts'

/** What was signed is served as it was signed; a draft is drawn as it stands. */
export function servePaper(system: System): Page {
  return async (request, response) => {
    const room = await enterInstrument(system, request, response)
    const { instrument, rows, t, lang, book } = room
    const author = book.administration.name
    const words = { t, lang, author, place: whereOf(room), signer: null }
    const bytes =
      (await findPaper(system.db, instrument)) ?? (await drawInstrument(instrument, rows, words))
    response.attachment(paperName(instrument)).type('application/pdf')
    response.set('Cache-Control', 'private, no-store').send(bytes)
  }
}
