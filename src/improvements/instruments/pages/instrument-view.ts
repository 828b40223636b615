import { lacksOf, sayCell } from '../cells.ts'
import { annexOf, sheetOf, type Kind } from '../kinds.ts'
import { earlierOf } from '../proposals/from-earlier.ts'
import type { Proposal } from '../proposals/proposal.ts'
import { sayScores } from '../say-scores.ts'
import { whereOf, type InstrumentRoom } from './room.ts'

type Speech = Pick<InstrumentRoom, 't' | 'lang'>

/** The head and the table of an instrument, all of it out of the columns of its kind. */
export function instrumentView(room: InstrumentRoom) {
  const { instrument, rows, urls, mayWrite, t } = room
  const { kind, instrumentId } = instrument
  const { columns } = sheetOf(kind)
  const earlier = earlierOf(kind)
  const titleOf = (code: string) => t(`improvements-instruments.column.${kind}.${code}`)
  const shown = rows.map(({ rowId, cells, source }, index) => ({
    number: index + 1,
    cells: columns.map((column) => sayCell(kind, column, cells, room)),
    lacks: lacksOf(kind, cells).map(titleOf),
    source: source?.said ?? null,
    href: mayWrite ? urls.row(instrumentId, rowId) : null,
  }))
  return {
    title: t(`improvements-instruments.kind.${kind}`),
    about: t(`improvements-instruments.about.${kind}`),
    annex: annexOf(kind),
    kind,
    where: whereOf(room),
    instrument,
    columns: columns.map(({ code, share }) => ({ title: titleOf(code), share })),
    rows: shown,
    scores: sayScores(kind, rows, room),
    fillBefore: earlier === null ? null : t(`improvements-instruments.kind.${earlier}`),
    lacking: shown.filter(({ lacks }) => lacks.length > 0).length,
    listUrl: listUrl(room),
    paperUrl: urls.paper(instrumentId),
    newRowUrl: mayWrite ? urls.newRow(instrumentId) : null,
  }
}

/** A proposal by what it says first, and those of its other cells that say something. */
export function proposalView(kind: Kind, { key, said, cells }: Proposal, speech: Speech) {
  const { columns, lead } = sheetOf(kind)
  const filled = columns.flatMap((column) => {
    const text = sayCell(kind, column, cells, speech)
    const title = speech.t(`improvements-instruments.column.${kind}.${column.code}`)
    return text === '' ? [] : [{ code: column.code, title, text }]
  })
  const first = filled.find(({ code }) => code === lead) ?? filled[0]
  return { key, said, name: first?.text ?? '', cells: filled.filter((one) => one !== first) }
}

/** Back to the eight, of the same place, service and year. */
function listUrl({ instrument, book, urls }: InstrumentRoom): string {
  const centre = book.centres.find(({ centreId }) => centreId === instrument.centreId)
  const service = book.services.find(({ serviceId }) => serviceId === instrument.serviceId)
  const query = new URLSearchParams({
    ...(centre && { centro: centre.slug }),
    ...(service && { servicio: service.slug }),
    anio: String(instrument.year),
  })
  return `${urls.list}?${query.toString()}`
}
