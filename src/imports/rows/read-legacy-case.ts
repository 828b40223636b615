import type { CaseState } from '../../cases/index.ts'
import { Invalid, type FieldProblem } from '../../platform/errors.ts'
import type { Coded, Mapping } from '../mapping/mapping.ts'
import { zoneClock } from '../mapping/zone-clock.ts'
import type { TableRow } from '../reading/table-row.ts'
import {
  cellFinder,
  codeReader,
  instantReader,
  placeReader,
  type Cells,
  type ReadInstant,
  refuse,
  type Findings,
} from './cell-readers.ts'
import type { Header } from './header.ts'
import type { KnownBook } from './known-book.ts'
import type { Flag, LegacyCase, Refusal } from './legacy-case.ts'
import { numberReader, type ReadNumber } from './number-reader.ts'

export type ReadRow = { case: LegacyCase; refusals: null } | { case: null; refusals: Refusal[] }
export type RowReader = (row: TableRow) => ReadRow

const LONGEST_TEXT = 200_000
const LONGEST_WORD = 300

/** Makes of a mapping what reads one row after the other; whatever is wrong with a row is found at once. */
export function rowReader(mapping: Mapping, header: Header, known: KnownBook): RowReader {
  checkWords(mapping, known)
  const cellOf = cellFinder(header.columns)
  const of = { language: mapping.language, timeZone: mapping.timeZone }
  const number = numberReader(mapping.number, cellOf)
  const official = mapping.officialNumber ? cellOf(mapping.officialNumber.column) : () => ''
  const kind = codeReader(mapping.kind, cellOf, (code) => known.kinds.has(code))
  const channel = codeReader(mapping.channel, cellOf, (code) => known.channels.has(code))
  const state = codeReader(mapping.state, cellOf, (code) => known.states.has(code))
  const outcome = codeReader(mapping.outcome, cellOf, () => true)
  const received = receivedReader(mapping, cellOf)
  const due = instantReader(mapping.dueOn, cellOf, of)
  const answered = instantReader(mapping.answeredAt, cellOf, of)
  const closed = instantReader(mapping.closedAt, cellOf, of)
  const centre = placeReader(mapping.centre, cellOf, known.centreIds)
  const service = placeReader(mapping.service, cellOf, known.serviceIds)
  const unit = placeReader(mapping.unit, cellOf, known.unitIds)
  const motive = placeReader(mapping.motive, cellOf, new Map())
  const text = textReader(mapping, cellOf)
  const clock = zoneClock(mapping.timeZone)
  const dayOf = (read: ReadInstant) => (read.hasTime ? clock.dayOf(read.instant) : read.day)
  const kindColumn = 'column' in mapping.kind ? mapping.kind.column : ''

  return ({ row, cells }) => {
    const found: Findings = { row, refusals: [] }
    const { refusals } = found
    const told = number(cells, found)
    const at = received(cells, found)
    const of = kind(cells, found)
    if (of.code === null && of.told === '') refuse(found, kindColumn, 'unknown_value', '')
    if (at && at.instant > known.now) refuse(found, mapping.receivedAt.column, 'in_future', at.day)
    const through = channel(cells, found).code
    const decided = outcome(cells, found).code
    const dueBy = due(cells, found)
    const stated = state(cells, found)
    const answer = answered(cells, found)
    const end = closed(cells, found)
    const words = text(cells)
    if (words.length > LONGEST_TEXT)
      refuse(found, mapping.text?.columns[0] ?? '', 'too_long', words)
    if (refusals.length > 0 || !told || !at || of.code === null) return { case: null, refusals }
    const given = { told, at, answer, end, words, hasText: Boolean(mapping.text) }
    return {
      // written out: an object spread into so many fields is a slow one, and there are many of them
      case: {
        row,
        sourceNumber: told.number,
        officialNumber: clip(official(cells)),
        kind: of.code,
        channel: through,
        stateTold: clip(stated.told ?? ''),
        state: stated.code === null ? null : (stated.code as CaseState),
        outcome: decided,
        receivedAt: at.instant,
        receivedOn: dayOf(at),
        dueOn: dueBy?.day ?? null,
        answeredAt: answer?.instant ?? null,
        answeredOn: answer && dayOf(answer),
        closedAt: end?.instant ?? null,
        closedOn: end && dayOf(end),
        centre: centre(cells),
        service: service(cells),
        unit: unit(cells),
        motive: motive(cells).told,
        language: mapping.language,
        text: words,
        flags: flagsOf(given),
        cells,
      },
      refusals: null,
    }
  }
}

interface ReadReceived extends ReadInstant {
  estimated: boolean
}

function receivedReader(mapping: Mapping, cellOf: ReturnType<typeof cellFinder>) {
  const { column, otherwise } = mapping.receivedAt
  const read = instantReader(mapping.receivedAt, cellOf, mapping)
  const cell = cellOf(column)
  const other = otherwise ? cellOf(otherwise.column) : null
  const clock = zoneClock(mapping.receivedAt.timeZone ?? mapping.timeZone)
  return (cells: Cells, found: Findings): ReadReceived | null => {
    if (cell(cells) !== '') {
      const at = read(cells, found)
      if (!at) return null
      return { instant: at.instant, day: at.day, hasTime: at.hasTime, estimated: false }
    }
    const day = other && otherwise ? otherwise.values[other(cells)] : undefined
    if (day === undefined) return refuse(found, column, 'no_date', '')
    const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
    const time = { hour: 0, minute: 0, second: 0, hasTime: false, aheadMinutes: null }
    const instant = clock.instantOf({ year, month, day: date, ...time })
    return { instant, day, hasTime: false, estimated: true }
  }
}

function textReader({ text }: Mapping, cellOf: ReturnType<typeof cellFinder>) {
  if (!text) return () => ''
  const finders = text.columns.map(cellOf)
  return (cells: Cells) =>
    finders
      .map((cell) => cell(cells))
      .filter((part) => part !== '')
      .join(text.separator)
}

interface Seen {
  told: ReadNumber
  at: ReadReceived
  answer: ReadInstant | null
  end: ReadInstant | null
  words: string
  hasText: boolean
}

function flagsOf({ told, at, answer, end, words, hasText }: Seen): Flag[] {
  const flags: Flag[] = []
  if (isBefore(answer, at) || isBefore(end, at)) flags.push('negative_duration')
  if (!at.hasTime) flags.push('day_only')
  if (at.estimated) flags.push('received_estimated')
  if (told.zerosRestored) flags.push('zeros_restored')
  if (hasText && words === '') flags.push('no_text')
  return flags
}

/** Of two of which one is only a day, only another day comes before. */
function isBefore(end: ReadInstant | null, start: ReadInstant): boolean {
  if (!end) return false
  return end.hasTime && start.hasTime ? end.instant < start.instant : end.day < start.day
}

function clip(text: string): string | null {
  return text === '' ? null : text.slice(0, LONGEST_WORD)
}

/** Words of ours that the mapping promises must be ours. */
function checkWords(mapping: Mapping, { kinds, channels, states }: KnownBook): void {
  const problems = [
    ...strangers('kind', mapping.kind, (code) => kinds.has(code)),
    ...strangers('channel', mapping.channel, (code) => channels.has(code)),
    ...strangers('state', mapping.state, (code) => states.has(code)),
  ]
  if (problems.length > 0) throw new Invalid(problems)
}

function strangers(
  field: string,
  coded: Coded | undefined,
  isOurs: (code: string) => boolean,
): FieldProblem[] {
  if (!coded) return []
  const codes =
    'constant' in coded
      ? [coded.constant]
      : [...Object.values(coded.values ?? {}), ...(coded.otherwise ? [coded.otherwise] : [])]
  return [...new Set(codes)]
    .filter((code) => !isOurs(code))
    .map((value) => ({ field: `/${field}`, code: 'not_ours', values: { field, value } }))
}
