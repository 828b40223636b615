import type { Response } from 'express'
import { writeCsv } from '../../../platform/tables/index.ts'
import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { COLUMNS, dictionary } from '../dictionary.ts'
import { readOpenData } from '../read-open-data.ts'
import { enterPublicRoom, yearIn } from './room.ts'

export function serveCsv(system: System): Page {
  return async (request, response) => {
    const room = await enterPublicRoom(system, request, response)
    const asked = { year: yearIn(request, room), asOf: room.today, now: room.now }
    const rows = await readOpenData(system.db, room.book, asked, room)
    const lines = rows.map((row) => COLUMNS.map((column) => row[column]))
    open(response).type('text/csv; charset=utf-8').send(writeCsv(COLUMNS, lines))
  }
}

export function serveJson(system: System): Page {
  return async (request, response) => {
    const room = await enterPublicRoom(system, request, response)
    const { book, urls, today, now } = room
    const year = yearIn(request, room)
    open(response).json({
      administration: book.administration.name,
      year,
      asOf: today,
      dictionary: urls.dictionary,
      licence: book.administration.contact.dataLicence ?? null,
      rows: await readOpenData(system.db, book, { year, asOf: today, now }, room),
    })
  }
}

export function serveDictionary(system: System): Page {
  return async (request, response) => {
    const { t } = await enterPublicRoom(system, request, response)
    open(response).json(dictionary(t))
  }
}

/** Whoever asks gets the same, and other sites' pages may read it. */
function open(response: Response): Response {
  response.set('Cache-Control', 'public, max-age=3600')
  response.set('Access-Control-Allow-Origin', '*')
  response.set('Cross-Origin-Resource-Policy', 'cross-origin')
  return response.vary('Accept-Language')
}
