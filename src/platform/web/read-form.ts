import type { Request } from 'express'
import { z } from 'zod'
import { isPlainDate } from '../dates.ts'
import type { FieldProblem } from '../errors.ts'

/** What a form sends, field by field. The messages of these schemas are the codes of the problems. */

const typed = (tidy: (text: string) => string) =>
  z.preprocess((value) => (typeof value === 'string' ? tidy(value) : ''), z.string())

/** One line as people type it; what is no text counts as nothing typed. */
export const line = (limit: number) =>
  typed(onOneLine).pipe(z.string().min(1, 'required').max(limit, 'too_long'))

/** As above, and may be left empty. */
export const optionalLine = (limit: number) =>
  typed(onOneLine).pipe(z.string().max(limit, 'too_long'))

/** Several lines; may be left empty. */
export const words = (limit: number) => typed(cleaned).pipe(z.string().max(limit, 'too_long'))

export const day = line(40).pipe(z.string().refine(isPlainDate, 'not_date'))

export const optionalDay = optionalLine(40).pipe(
  z
    .string()
    .refine((text) => text === '' || isPlainDate(text), 'not_date')
    .transform((text) => text || null),
)

/** A whole number between two others, both included. */
export const numberWithin = (least: number, most: number) =>
  line(12).pipe(
    z
      .string()
      .regex(/^\d+$/, 'not_number')
      .transform(Number)
      .pipe(z.number().min(least, 'not_number').max(most, 'not_number')),
  )

export const count = numberWithin(1, 1000)

/** What was ticked: one alone comes as a text, none as nothing. */
export const ticks = <T extends z.ZodType>(each: T) =>
  z.preprocess((value) => [value ?? []].flat().filter((one) => one !== ''), z.array(each).max(200))

export const ticked = z.preprocess((value) => value === 'yes', z.boolean())

export type ReadForm<T> = { values: T; problems: [] } | { values: null; problems: FieldProblem[] }

/** The messages of the schema are the codes of the problems. */
export function readForm<S extends z.ZodType>(request: Request, schema: S): ReadForm<z.output<S>> {
  const read = schema.safeParse(request.body ?? {})
  if (read.success) return { values: read.data, problems: [] }
  const problems = read.error.issues.map(({ path, message }) => ({
    field: path.map(String).join('.'),
    code: message,
  }))
  return { values: null, problems }
}

/** What was typed in a form that is shown again. */
export function typedIn(request: Request): (field: string) => string {
  const body = (request.body ?? {}) as Record<string, unknown>
  return (field) => (typeof body[field] === 'string' ? body[field] : '')
}

/** What was ticked in a form that is shown again. */
export function tickedIn(request: Request): (field: string) => readonly string[] {
  const body = (request.body ?? {}) as Record<string, unknown>
  return (field) => [body[field] ?? []].flat().filter((one) => typeof one === 'string')
}

function cleaned(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{C}\n]+/gu, ' ')
    .trim()
}

function onOneLine(text: string): string {
  return cleaned(text).replace(/\s+/g, ' ')
}
