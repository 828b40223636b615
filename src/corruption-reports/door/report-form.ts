import type { FieldProblem } from '../../platform/errors.ts'
import { readersFor, type Directory, type Exclusions } from '../sealing/index.ts'
import type { PlainReport } from './plain-report.ts'

export const limits = { narration: 20_000, words: 5_000, line: 500 } as const

/** A report as it is typed into the form of one page. */
export interface TypedReport {
  narration: string
  place: string
  when: string
  involved: string
  units: readonly string[]
  reprisal: string
  reprisalWords: string
  protection: readonly string[]
  identity: string
  names: string
  contact: string
  /** Whom the person left on the list. */
  readers: readonly string[]
}

const LINES = {
  narration: limits.narration,
  involved: limits.words,
  reprisalWords: limits.words,
  place: limits.line,
  when: limits.line,
  names: limits.line,
  contact: limits.line,
} as const

type Body = Readonly<Record<string, unknown>>

export function typedReport(body: Body): TypedReport {
  const line = (name: string) => textOf(body[name])
  return {
    narration: line('narration'),
    place: line('place'),
    when: line('when'),
    involved: line('involved'),
    units: listOf(body['units']),
    reprisal: REPRISALS.has(line('reprisal')) ? line('reprisal') : 'none',
    reprisalWords: line('reprisalWords'),
    protection: listOf(body['protection']),
    identity: line('identity') === 'given' ? 'given' : 'anonymous',
    names: line('names'),
    contact: line('contact'),
    readers: listOf(body['readers']),
  }
}

const REPRISALS = new Set(['none', 'feared', 'happened'])

function textOf(value: unknown): string {
  const one: unknown = Array.isArray(value) ? value[0] : value
  return typeof one === 'string' ? one.replaceAll('\r\n', '\n').trim() : ''
}

function listOf(value: unknown): string[] {
  return [value].flat().filter((one): one is string => typeof one === 'string')
}

export function problemsOf(
  typed: TypedReport,
  report: PlainReport,
  { directory, requires }: { directory: Directory; requires: readonly string[] },
): FieldProblem[] {
  const { marks } = report
  const nobodyNamed = marks.words.length === 0 && marks.units.length === 0
  const missing: [boolean, FieldProblem][] = [
    [typed.narration === '', { field: 'narration', code: 'required' }],
    [requires.includes('accused') && nobodyNamed, { field: 'involved', code: 'required' }],
    [typed.identity === 'given' && typed.names === '', { field: 'names', code: 'required' }],
    [readersFor(directory, report).kind === 'nobody', { field: 'readers', code: 'required' }],
  ]
  const tooLong = Object.entries(LINES)
    .filter(([field, max]) => String(typed[field as keyof typeof LINES]).length > max)
    .map(([field]) => ({ field, code: 'too_long' }))
  return [...missing.filter(([wrong]) => wrong).map(([, problem]) => problem), ...tooLong]
}

/** Who stood on the list and was unticked gets no key. */
export function exclusionsOf(typed: TypedReport, directory: Directory): Exclusions {
  const marks = {
    members: [],
    people: [],
    units: typed.units,
    words: typed.involved ? [typed.involved] : [],
  }
  const offered = readersFor(directory, { marks: { ...marks, units: [] }, struck: [] })
  const struck =
    offered.kind === 'officers'
      ? offered.readers.map(({ id }) => id).filter((id) => !typed.readers.includes(id))
      : []
  return { marks, struck }
}
