import type { FieldProblem } from '../../platform/errors.ts'
import { LESSONS } from './mapping.ts'
import type { Sample, SampleColumn } from './sample.ts'

/** What a person can say on screen that a column is. */
export const USES = [
  'number',
  'officialNumber',
  'receivedAt',
  'dueOn',
  'answeredAt',
  'closedAt',
  'kind',
  'channel',
  'state',
  'centre',
  'service',
  'unit',
  'motive',
  'text',
] as const
export type Use = (typeof USES)[number]

export const DATE_USES = ['receivedAt', 'dueOn', 'answeredAt', 'closedAt'] as const
export const CODED_USES = ['kind', 'channel', 'state'] as const
export type CodedUse = (typeof CODED_USES)[number]

export type Typed = (field: string) => string

export interface ColumnOnScreen {
  column: SampleColumn
  at: number
  use: Use | null
  /** Null while nobody decided between two that both fit. */
  format: string | null
  /** Our word for each of theirs, where the column is coded. */
  words: readonly { told: string; field: string; ours: string }[]
}

/** The form as it stands: what was told of each column. */
export function readColumns(sample: Sample, typed: Typed): ColumnOnScreen[] {
  return sample.columns.map((column, at) => {
    const use = USES.find((each) => each === typed(`uso_${at}`)) ?? null
    const isCoded = CODED_USES.some((each) => each === use)
    return {
      column,
      at,
      use,
      format: DATE_USES.some((each) => each === use)
        ? formatOf(column, typed(`formato_${at}`))
        : null,
      words: isCoded
        ? column.values.map((told, value) => {
            const field = `valor_${at}_${value}`
            return { told, field, ours: typed(field) }
          })
        : [],
    }
  })
}

function formatOf({ dates }: SampleColumn, chosen: string): string | null {
  if (!dates) return null
  if (dates.formats.includes(chosen)) return chosen
  const [only] = dates.formats
  return dates.formats.length === 1 && only !== undefined ? only : null
}

export interface ScreenMapping {
  /** Null while something is missing. */
  mapping: unknown
  problems: FieldProblem[]
}

/** The mapping document that the form amounts to, or what is still to be said. */
export function screenMapping(
  { headerRow }: Sample,
  columns: readonly ColumnOnScreen[],
  typed: Typed,
): ScreenMapping {
  const problems: FieldProblem[] = []
  const of = (use: Use) => columns.filter((column) => column.use === use)
  const missing = (field: string, code: string) => void problems.push({ field, code })
  const only = (use: Use) => {
    const [first, second] = of(use)
    if (second) missing(`/uso_${second.at}`, 'twice')
    return first
  }
  const single = (use: Use) => {
    const found = only(use)
    return found && { column: found.column.name }
  }
  const date = (use: Use) => {
    const found = only(use)
    if (!found) return undefined
    if (found.format === null)
      missing(`/formato_${found.at}`, found.column.dates ? 'choose' : 'no_dates')
    return { column: found.column.name, formats: [found.format ?? 'd/M/yyyy'] }
  }
  const coded = (use: CodedUse) => {
    const found = only(use)
    if (!found) return undefined
    if (found.words.length === 0) missing(`/uso_${found.at}`, 'many_values')
    for (const word of found.words) if (word.ours === '') missing(`/${word.field}`, 'choose')
    return {
      column: found.column.name,
      values: Object.fromEntries(found.words.map(({ told, ours }) => [told, ours])),
    }
  }
  const numbers = of('number').map(({ column }) => column.name)
  const texts = of('text').map(({ column }) => column.name)
  if (numbers.length === 0) missing('/uso_0', 'no_number')
  if (of('receivedAt').length === 0) missing('/uso_0', 'no_date')
  if (!/^[a-z0-9][a-z0-9-]{1,39}$/.test(typed('source'))) missing('/source', 'source')
  const lessons = LESSONS.filter((lesson) => typed(`ensena_${lesson}`) !== '')
  const mapping = {
    source: typed('source'),
    language: typed('language'),
    timeZone: typed('timeZone'),
    file: { headerRow },
    number: numbers.length === 1 ? { column: numbers[0] } : { columns: numbers },
    officialNumber: single('officialNumber'),
    receivedAt: date('receivedAt'),
    dueOn: date('dueOn'),
    answeredAt: date('answeredAt'),
    closedAt: date('closedAt'),
    kind: coded('kind') ?? { constant: typed('kind') },
    channel: coded('channel'),
    state: coded('state'),
    centre: single('centre'),
    service: single('service'),
    unit: single('unit'),
    motive: single('motive'),
    text: texts.length > 0 ? { columns: texts } : undefined,
    teaches: lessons.length > 0 ? lessons : undefined,
  }
  // undefined members are left out by JSON
  return { mapping: problems.length > 0 ? null : JSON.parse(JSON.stringify(mapping)), problems }
}
