import { Invalid, NotFound } from '../../../platform/errors.ts'
import { idIn, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { enterCounter } from '../../counter/pages/desk-room.ts'
import { printBlock } from '../actions/print-block.ts'
import { receivePile } from '../actions/receive-pile.ts'
import { findBlock } from '../sheet-block-store.ts'
import { printedNumber } from '../sheet-number.ts'
import { drawSheets } from '../sheet/draw-sheets.ts'
import { sheetModel } from '../sheet/sheet-model.ts'
import { sheetsUrls } from '../urls.ts'
import { BLOCK_FIELDS, PILE_FIELDS, readBlock, readPile, typedIn } from './sheets-form.ts'
import { kindsOf, showSheets } from './sheets-view.ts'

const DONE = ['received', 'printed']
export function showSheetsPage(system: System): Page {
  return async (request, response) => {
    const room = await enterCounter(system, response)
    const done = DONE.find((one) => one === request.query.listo) ?? null
    await showSheets(system, response, room, { done })
  }
}

/** Notes that a pile of written sheets arrived. */
export function takePile(system: System): Page {
  return async (request, response) => {
    const room = await enterCounter(system, response)
    const typed = typedIn(request, PILE_FIELDS)
    const { values, problems } = readPile(typed, room)
    if (!values) return showSheets(system, response, room, { typed, problems })
    const { book, staff, slug, now } = room
    try {
      await receivePile(system, { book, accountId: staff.accountId, ...values }, now)
      response.redirect(303, `${sheetsUrls(slug).sheets}?listo=received`)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      await showSheets(system, response, room, { typed, problems: error.problems })
    }
  }
}

/** Reserves numbers for blank sheets; the list then has them as a PDF. */
export function takeBlock(system: System): Page {
  return async (request, response) => {
    const room = await enterCounter(system, response)
    const typed = typedIn(request, BLOCK_FIELDS)
    const kinds = kindsOf(room).map(({ value }) => value)
    const { values, problems } = readBlock(typed, room, kinds)
    if (!values) return showSheets(system, response, room, { typed, problems })
    const { administrationId, staff, slug, now } = room
    await printBlock(system, { administrationId, accountId: staff.accountId, ...values }, now)
    response.redirect(303, `${sheetsUrls(slug).sheets}?listo=printed`)
  }
}

/** The sheets of a block, the same however often they are printed. */
export function sendBlock(system: System): Page {
  return async (request, response) => {
    const { administrationId, book, centres, today } = await enterCounter(system, response)
    const block = await findBlock(system.db, administrationId, idIn(request, 'blockId'))
    if (!block || !centres.some(({ centreId }) => centreId === block.centreId)) throw new NotFound()
    const numbers = Array.from({ length: block.lastNumber - block.firstNumber + 1 }, (_, index) =>
      printedNumber(book.administration.bookCode, block.firstNumber + index),
    )
    response.set({
      'Cache-Control': 'private, no-store',
      'Content-Disposition': `inline; filename="${numbers[0] ?? ''}.pdf"`,
    })
    response.type('pdf').send(await drawSheets(sheetModel(book, block, today), numbers))
  }
}
