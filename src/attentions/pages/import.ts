import { readFile } from 'node:fs/promises'
import type { Request, Response } from 'express'
import { uploadOf } from '../../attachments/index.ts'
import { render, typedIn, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { importCounts } from '../actions/count-attention.ts'
import { cellKey } from '../attention.ts'
import { listDays } from '../count-store.ts'
import { readTable, type ReadTable } from '../read-table.ts'
import { knownPlaces } from '../told-row.ts'
import { enterRoom, type Room } from './room.ts'

const LONGEST = 700_000
const SHOWN = 100

export function showImport(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const done = Number(request.query.listo)
    show(response, room, { done: Number.isSafeInteger(done) && done > 0 ? done : null })
  }
}

/** The dry run: says what would be taken and what is wrong with each other row, and takes nothing. */
export function tryImport(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const text = await textOf(request)
    if (text.length > LONGEST) return show(response, room, { problem: 'too_long' })
    const table = readTable(text, knownPlaces(room.book, room.today))
    if (table.problem) {
      const { code, column } = table.problem
      const named = column === undefined ? '' : room.t(`attentions.column.${column}`)
      return show(response, room, { problem: code, column: named, text })
    }
    const doubled = await countDoubled(system, room, table)
    render(response, 'attentions/import-trial', trialView(room, table, { text, doubled }), {
      layout: 'staff',
      status: table.good.length === 0 ? 422 : 200,
    })
  }
}

/** The same table once more, read again: only its good rows are taken. */
export function sendImport(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const text = typedIn(request)('csv').slice(0, LONGEST)
    const table = readTable(text, knownPlaces(room.book, room.today))
    const cells = table.good.map(({ attended }) => attended)
    if (cells.length === 0) return show(response, room, { problem: 'empty' })
    await importCounts(system, room.deed, cells)
    response.redirect(303, `${room.urls.import}?listo=${cells.length}`)
  }
}

async function textOf(request: Request): Promise<string> {
  const [file] = uploadOf(request).files
  if (!file || file.problem) return typedIn(request)('csv')
  const bytes = await readFile(file.path)
  // spreadsheets in Spanish often save in the old Windows alphabet
  const text = bytes.toString('utf8')
  return text.includes('\uFFFD') ? new TextDecoder('windows-1252').decode(bytes) : text
}

/** Rows whose people were counted in another way already: both are summed. */
async function countDoubled(system: System, { deed }: Room, { good }: ReadTable): Promise<number> {
  const days = [...new Set(good.map(({ attended }) => attended.day))]
  const others = await listDays(system.db, deed.administrationId, days, 'import')
  const counted = new Set(others.map(cellKey))
  return good.filter(({ attended }) => counted.has(cellKey(attended))).length
}

function trialView(
  { t, urls }: Room,
  { good, bad }: ReadTable,
  { text, doubled }: { text: string; doubled: number },
) {
  return {
    title: t('attentions.import.trial_title'),
    backUrl: urls.import,
    action: urls.confirmation,
    text,
    rows: good.length,
    people: good.reduce((sum, { attended }) => sum + attended.attended, 0),
    doubled,
    badRows: new Set(bad.map(({ line }) => line)).size,
    more: Math.max(0, bad.length - SHOWN),
    bad: bad.slice(0, SHOWN).map(({ line, text: row, field, code }) => ({
      line,
      row,
      reason: t(`attentions.reason.${code}`, { column: t(`attentions.column.${field}`) }),
    })),
  }
}

interface Shown {
  done?: number | null
  problem?: string
  column?: string
  text?: string
}

function show(
  response: Response,
  { t, urls, book }: Room,
  { done = null, problem, column = '', text = '' }: Shown,
): void {
  const message =
    problem === undefined ? null : t(`attentions.import.problem.${problem}`, { column })
  const [centre] = book.centres
  const [service] = book.services
  render(
    response,
    'attentions/import',
    {
      title: t('attentions.import.title'),
      error: message !== null,
      backUrl: urls.taps,
      action: urls.import,
      done,
      message,
      text,
      example: { centre: centre?.slug ?? '', service: service?.slug ?? '' },
    },
    { layout: 'staff', status: message === null ? 200 : 422 },
  )
}
