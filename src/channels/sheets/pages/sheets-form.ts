import type { Request } from 'express'
import { isPlainDate, type PlainDate } from '../../../platform/dates.ts'
import type { FieldProblem } from '../../../platform/errors.ts'
import type { CounterRoom } from '../../counter/pages/desk-room.ts'
import { readRange } from '../sheet-number.ts'

/** What one printer and one office use in a season. */
export const MOST_IN_BLOCK = 100

export type Typed = Readonly<Record<string, string>>
export type Read<Values> =
  { values: Values; problems: readonly [] } | { values: null; problems: readonly FieldProblem[] }

export function typedIn(request: Request, names: readonly string[]): Typed {
  const body = (request.body ?? {}) as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    names.map((name) => {
      const value = Object.hasOwn(body, name) ? body[name] : ''
      return [name, typeof value === 'string' ? value.trim() : '']
    }),
  )
}

export const PILE_FIELDS = ['pileCentre', 'receivedOn', 'first', 'last'] as const

interface PileRead {
  centreId: string
  receivedOn: PlainDate
  sheetNumbers: readonly string[]
}

export function readPile(typed: Typed, { centres, today }: CounterRoom): Read<PileRead> {
  const centre = centres.find(({ slug }) => slug === typed['pileCentre'])
  const { receivedOn = '', first = '', last = '' } = typed
  const range = readRange(first, last)
  const day = dayProblem(receivedOn, today)
  const problems = [
    ...(centre ? [] : [{ field: 'pileCentre', code: 'required' }]),
    ...(day ? [{ field: 'receivedOn', code: day }] : []),
    ...('problem' in range ? [{ field: range.field, code: range.problem }] : []),
  ]
  if (!centre || 'problem' in range || problems.length > 0) return { values: null, problems }
  const values = { centreId: centre.centreId, receivedOn, sheetNumbers: range.numbers }
  return { values, problems: [] }
}

function dayProblem(day: string, today: PlainDate): string | null {
  if (day === '') return 'required'
  if (!isPlainDate(day)) return 'not_valid'
  return day > today ? 'in_future' : null
}

export const BLOCK_FIELDS = ['blockCentre', 'blockKind', 'languages', 'count'] as const

interface BlockRead {
  centreId: string
  kind: string | null
  languages: readonly string[]
  count: number
}

export function readBlock(
  typed: Typed,
  { centres, book }: CounterRoom,
  kinds: readonly string[],
): Read<BlockRead> {
  const centre = centres.find(({ slug }) => slug === typed['blockCentre'])
  const { blockKind = '', count: typedCount = '' } = typed
  const known: readonly string[] = book.administration.languages
  const languages = (typed['languages'] ?? '').split('+').filter((one) => known.includes(one))
  const count = /^\d{1,4}$/.test(typedCount) ? Number(typedCount) : 0
  const problems = [
    ...(centre ? [] : [{ field: 'blockCentre', code: 'required' }]),
    ...(blockKind === '' || kinds.includes(blockKind)
      ? []
      : [{ field: 'blockKind', code: 'unknown' }]),
    ...(languages.length > 0 ? [] : [{ field: 'languages', code: 'required' }]),
    ...(count >= 1 && count <= MOST_IN_BLOCK
      ? []
      : [{ field: 'count', code: 'not_valid', values: { max: MOST_IN_BLOCK } }]),
  ]
  if (!centre || problems.length > 0) return { values: null, problems }
  const kind = blockKind === '' ? null : blockKind
  return { values: { centreId: centre.centreId, kind, languages, count }, problems: [] }
}
