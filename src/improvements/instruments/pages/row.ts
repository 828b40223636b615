import type { Request, Response } from 'express'
import { NotAllowed, NotFound, WrongState, type FieldProblem } from '../../../platform/errors.ts'
import { formErrors, idIn, render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { addRows, removeRow, writeRow } from '../actions/write-rows.ts'
import { choiceKey, sayCell } from '../cells.ts'
import type { Cells, Row } from '../instrument.ts'
import { sheetOf, type Column, type Kind } from '../kinds.ts'
import { readCells, readRevision, typedCells } from '../read-cells.ts'
import { listRows } from '../row-store.ts'
import { enterInstrument, whereOf, worded, type InstrumentRoom } from './room.ts'

/** A row in writing: a field for each column of the instrument. */
export function showRow(system: System): Page {
  return async (request, response) => {
    const room = await enterWriting(system, request, response)
    const row = rowOf(room, request)
    show(response, room, { row, cells: row.cells, problems: [] })
  }
}

export function showNewRow(system: System): Page {
  return async (request, response) => {
    const room = await enterWriting(system, request, response)
    show(response, room, { row: null, cells: {}, problems: [] })
  }
}

export function sendNewRow(system: System): Page {
  return async (request, response) => {
    const room = await enterWriting(system, request, response)
    const { instrument, urls, deed } = room
    const { instrumentId, kind } = instrument
    const { cells, problems } = readCells(request, kind)
    if (!cells) {
      return show(response, room, { row: null, cells: typedCells(request, kind), problems })
    }
    await addRows(system, deed, instrumentId, [{ cells, source: null }])
    response.redirect(303, `${urls.one(instrumentId)}?hecho=written#rows`)
  }
}

export function sendRow(system: System): Page {
  return async (request, response) => {
    const room = await enterWriting(system, request, response)
    const row = rowOf(room, request)
    const { instrument, urls, deed } = room
    const { instrumentId, kind } = instrument
    const typed = typedCells(request, kind)
    const { cells, problems } = readCells(request, kind)
    if (!cells) return show(response, room, { row, cells: typed, problems })
    const seen = { ...row, revision: readRevision(request) }
    if (await writeRow(system, deed, seen, cells)) {
      return response.redirect(303, `${urls.one(instrumentId)}?hecho=written#rows`)
    }
    await showLate(system, response, room, { row, cells: typed })
  }
}

export function sendRemoval(system: System): Page {
  return async (request, response) => {
    const room = await enterWriting(system, request, response)
    const row = rowOf(room, request)
    const { instrumentId } = room.instrument
    const seen = { ...row, revision: readRevision(request) }
    if (await removeRow(system, room.deed, seen)) {
      return response.redirect(303, `${room.urls.one(instrumentId)}?hecho=removed#rows`)
    }
    await showLate(system, response, room, { row, cells: row.cells })
  }
}

/** Somebody wrote it first: both texts are shown, and what was typed stays. */
async function showLate(
  { db }: System,
  response: Response,
  room: InstrumentRoom,
  { row, cells }: { row: Row; cells: Cells },
): Promise<void> {
  const { administrationId, instrumentId, kind } = room.instrument
  const rows = await listRows(db, administrationId, [instrumentId])
  const saved = rows.find(({ rowId }) => rowId === row.rowId)
  if (!saved) throw new NotFound()
  const [first] = sheetOf(kind).columns
  const problems = [{ field: first?.code ?? '', code: 'changed_meanwhile' }]
  show(response, room, { row: saved, cells, problems, saved })
}

async function enterWriting(
  system: System,
  request: Request,
  response: Response,
): Promise<InstrumentRoom> {
  const room = await enterInstrument(system, request, response)
  if (room.instrument.state === 'signed') throw new WrongState()
  if (!room.mayWrite) throw new NotAllowed()
  return room
}

function rowOf({ rows }: InstrumentRoom, request: Request): Row {
  const wanted = idIn(request, 'instrumentRowId')
  const row = rows.find(({ rowId }) => rowId === wanted)
  if (!row) throw new NotFound()
  return row
}

interface Shown {
  row: Row | null
  cells: Cells
  problems: readonly FieldProblem[]
  /** What another person saved meanwhile. */
  saved?: Row
}

function show(
  response: Response,
  room: InstrumentRoom,
  { row, cells, problems, saved }: Shown,
): void {
  const { instrument, urls, t } = room
  const { kind, instrumentId } = instrument
  const { columns } = sheetOf(kind)
  const titleOf = (code: string) => t(`improvements-instruments.column.${kind}.${code}`)
  const theirs = columns.flatMap((column) => {
    const text = saved ? sayCell(kind, column, saved.cells, room) : ''
    const same = (saved?.cells[column.code] ?? '') === (cells[column.code] ?? '').trim()
    return saved && !same ? [{ title: titleOf(column.code), text }] : []
  })
  const model = {
    title: t(row ? 'improvements-instruments.change_row' : 'improvements-instruments.new_row'),
    caption: `${t(`improvements-instruments.kind.${kind}`)} · ${whereOf(room)}`,
    backUrl: urls.one(instrumentId),
    action: row ? urls.row(instrumentId, row.rowId) : urls.newRow(instrumentId),
    removalUrl: row ? urls.removal(instrumentId, row.rowId) : null,
    error: problems.length > 0,
    errors: formErrors(response, worded(problems)),
    revision: row?.revision ?? null,
    source: row?.source?.said ?? null,
    theirs,
    fields: columns.map((column) => fieldOf(kind, column, cells, room)),
  }
  const status = saved ? 409 : problems.length > 0 ? 422 : 200
  render(response, 'improvements/instruments/row', model, { layout: 'staff', status })
}

function fieldOf(kind: Kind, column: Column, cells: Cells, { t }: InstrumentRoom) {
  const { code, as, choices = [], named, asked } = column
  const names = named ?? choiceKey(kind, code)
  return {
    code,
    as,
    label: t(`improvements-instruments.column.${kind}.${code}`),
    hint: hintOf(kind, code, t),
    optional: !asked,
    value: cells[code] ?? '',
    items: [
      { value: '', text: t('improvements-instruments.choose') },
      ...choices.map((value) => ({ value, text: t(`${names}.${value}`) })),
    ],
  }
}

/** Columns that need a word more than their title. */
const HINTS: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  diagnosis: ['evidence', 'gap'],
  schedule: ['responsible', 'product'],
  needs: ['segment'],
  value: ['adds', 'proposal'],
  experience: ['touchpoint', 'thoughts', 'opportunity'],
  affinity: ['note', 'heading'],
  plan: ['who', 'indicator'],
  culture: ['responsible', 'evidence'],
}

function hintOf(kind: Kind, code: string, t: InstrumentRoom['t']): string | null {
  return HINTS[kind]?.includes(code) ? t(`improvements-instruments.hint.${kind}.${code}`) : null
}
