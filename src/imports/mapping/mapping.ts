import { z } from 'zod'
import { ENCODINGS } from '../reading/inspect-file.ts'
import { SEPARATORS } from '../reading/csv-rows.ts'
import { isDateFormat } from './date-format.ts'

/**
 * What the columns of another book mean in ours. A document that people write and keep beside the file; the
 * page makes the same one from a sample.
 */

export const LESSONS = ['kind', 'service', 'unit'] as const

const column = z.string().trim().min(1).max(300)

/** Our word for each of theirs; theirs as they stand in the cells, blanks around them aside. */
const words = z.record(z.string(), z.string().trim().min(1))

/** One value for all the rows, or a column, perhaps coded. */
const coded = z.union([
  z.strictObject({ constant: z.string().trim().min(1) }),
  z.strictObject({
    column,
    values: words.optional(),
    /** For whatever the list of values leaves out; without it such a row is refused. */
    otherwise: z.string().trim().min(1).optional(),
  }),
])

/** A place of ours by its short name or its name; what is not found stays as it was told. */
const place = z.union([
  z.strictObject({ constant: z.string().trim().min(1) }),
  z.strictObject({ column, values: words.optional() }),
])

const timeZone = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}, 'not_time_zone')

const formats = z
  .array(z.string().refine(isDateFormat, 'not_date_format'))
  .min(1)
  .describe('such as d/M/yyyy HH:mm; tried in their order')

const date = z.strictObject({
  column,
  formats,
  /** Where the clocks show what the column says; without it the mapping's. */
  timeZone: timeZone.optional(),
})

const joined = z.strictObject({
  columns: z.array(column).min(1),
  separator: z.string().max(10).default('-'),
})

export const mappingSchema = z.strictObject({
  /** What book this is, in short: with the row's number it tells one legacy case from all others. */
  source: z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z]+)?$/),
  timeZone,
  file: z
    .strictObject({
      encoding: z.enum(ENCODINGS).optional(),
      separator: z.enum(SEPARATORS).optional(),
      sheet: z.string().optional(),
      /** The row of the headings; without it, the first row that has all the columns. */
      headerRow: z.int().min(1).max(1000).optional(),
    })
    .default({}),
  number: z.union([
    z.strictObject({
      column,
      /** How many digits it always has: zeros that a spreadsheet took away are put back. */
      digits: z.int().min(2).max(40).optional(),
    }),
    joined,
  ]),
  officialNumber: z.strictObject({ column }).optional(),
  kind: coded,
  channel: coded.optional(),
  receivedAt: date.extend({
    /** A day known in another way, for rows that have none; such cases are marked. */
    otherwise: z.strictObject({ column, values: z.record(z.string(), z.iso.date()) }).optional(),
  }),
  dueOn: date.optional(),
  answeredAt: date.optional(),
  closedAt: date.optional(),
  state: coded.optional(),
  outcome: coded.optional(),
  centre: place.optional(),
  service: place.optional(),
  unit: place.optional(),
  motive: place.optional(),
  text: z
    .strictObject({ columns: z.array(column).min(1), separator: z.string().default('\n\n') })
    .optional(),
  /** What people there decided with care, so that suggestions may learn from it. */
  teaches: z.array(z.enum(LESSONS)).optional(),
})

export type Mapping = z.infer<typeof mappingSchema>
export type Coded = z.infer<typeof coded>
export type Place = z.infer<typeof place>
export type DateColumn = z.infer<typeof date>

/** Every column that the mapping speaks of, each once. */
export function columnsOf(mapping: Mapping): readonly string[] {
  const { number, receivedAt, text } = mapping
  const single = [
    mapping.officialNumber,
    mapping.kind,
    mapping.channel,
    receivedAt,
    receivedAt.otherwise,
    mapping.dueOn,
    mapping.answeredAt,
    mapping.closedAt,
    mapping.state,
    mapping.outcome,
    mapping.centre,
    mapping.service,
    mapping.unit,
    mapping.motive,
  ].flatMap((part) => (part && 'column' in part ? [part.column] : []))
  const several = 'columns' in number ? number.columns : [number.column]
  return [...new Set([...several, ...single, ...(text?.columns ?? [])])]
}
