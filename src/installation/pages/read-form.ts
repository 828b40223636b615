import type { Request } from 'express'
import { z } from 'zod'
import { isPlainDate } from '../../platform/dates.ts'
import type { FieldProblem } from '../../platform/errors.ts'

/** One line as people type it; what is no text counts as nothing typed. */
export const line = (limit: number) =>
  z
    .preprocess((typed) => (typeof typed === 'string' ? tidy(typed) : ''), z.string())
    .pipe(z.string().min(1, 'required').max(limit, 'too_long'))

export const day = line(10).pipe(z.string().refine(isPlainDate, 'not_date'))

export const count = line(4).pipe(
  z
    .string()
    .regex(/^\d+$/, 'not_number')
    .transform(Number)
    .pipe(z.number().min(1, 'not_number').max(1000, 'not_number')),
)

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

/** Each problem with our own words for its code, where there are any. */
export function worded(problems: readonly FieldProblem[]): FieldProblem[] {
  return problems.map((problem) => ({
    ...problem,
    field: problem.field.replace(/^\//, ''),
    text: `installation.problems.${problem.code}`,
  }))
}

function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
