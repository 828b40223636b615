import type { Response } from 'express'
import { writeCsv, writeWorkbook, type Value } from '../../../platform/tables/index.ts'
import type { Page } from '../../../platform/web/index.ts'
import { inLanguage } from '../../../regimes/index.ts'
import type { System } from '../../../system.ts'
import type { TellImprovements } from '../tell-improvements.ts'
import { viewRows, type ViewRow } from '../view-table.ts'
import { enterRoom, showBlocks, type Room } from './room.ts'

const COLUMNS = [
  'part',
  'indicator',
  'name',
  'member',
  'value',
  'n',
  'low',
  'high',
  'missing',
] as const satisfies readonly (keyof ViewRow)[]

const BOM = '\uFEFF'

/** The figures of a view, each row with what was asked, so that it still says so when it is passed on. */
export function serveCsv(system: System, improvements: TellImprovements): Page {
  return async (request, response) => {
    const room = await enterRoom(system, request, response)
    const { blocks } = await showBlocks(system, room, improvements)
    const filters = filtersOf(room)
    const rows = viewRows(blocks, room).map((row) => [
      ...filters.map(([, value]) => value),
      ...COLUMNS.map((column) => row[column]),
    ])
    const head = [...filters.map(([name]) => name), ...headOf(room)]
    // spreadsheets take a file without a mark for an older encoding
    send(response, room, 'csv').send(BOM + writeCsv(head, rows))
  }
}

export function serveWorkbook(system: System, improvements: TellImprovements): Page {
  return async (request, response) => {
    const room = await enterRoom(system, request, response)
    const { t } = room
    const { blocks } = await showBlocks(system, room, improvements)
    const bytes = await writeWorkbook([
      {
        name: t('dashboards.sheet.figures'),
        head: headOf(room),
        rows: viewRows(blocks, room).map((row) => COLUMNS.map((column): Value => row[column])),
      },
      {
        name: t('dashboards.sheet.filters'),
        head: [t('dashboards.sheet.filter'), t('dashboards.sheet.value')],
        rows: filtersOf(room),
      },
    ])
    send(response, room, 'xlsx').send(bytes)
  }
}

function headOf({ t }: Room): string[] {
  return COLUMNS.map((column) => t(`dashboards.column.${column}`))
}

function filtersOf({ book, query, t, lang }: Room): [string, string][] {
  const kind = book.regime.kinds.find(({ code }) => code === query.kind)
  const everywhere = t('dashboards.filter.everywhere')
  const filters = {
    administration: book.administration.name,
    from: query.period.from,
    until: query.period.until,
    against_from: query.before.from,
    against_until: query.before.until,
    centre: query.centreId === null ? everywhere : (book.names.get(query.centreId) ?? ''),
    kind: kind ? inLanguage(kind.label, lang) : query.kind,
    breakdown: t(`dashboards.breakdown.${query.breakdown}`),
  }
  return Object.entries(filters).map(([name, value]) => [
    t(`dashboards.filter_name.${name}`),
    value,
  ])
}

function send(response: Response, { slug, query, t }: Room, ending: 'csv' | 'xlsx'): Response {
  response.set('Cache-Control', 'private, no-store')
  return response.attachment(`${slug}-${t('dashboards.file')}-${query.period.code}.${ending}`)
}
