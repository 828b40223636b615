import type { Request } from 'express'
import { z } from 'zod'
import type { FieldProblem } from '../../platform/errors.ts'

/** One line as people type it. What is no text at all (a list, a number) counts as nothing typed. */
export const oneLine = (limit: number) =>
  z.preprocess(
    (typed) => (typeof typed === 'string' ? tidy(typed) : ''),
    z.string().max(limit, 'too_long'),
  )

export const required = (limit: number) => oneLine(limit).pipe(z.string().min(1, 'required'))

export const emailAddress = required(254)
  .pipe(z.email('not_email'))
  .transform((text) => text.toLowerCase())

/** Taken as it was typed, spaces included. */
export const passwordField = z.preprocess(
  (typed) => (typeof typed === 'string' ? typed : ''),
  z.string().min(1, 'required').max(1000, 'too_long'),
)

export const day = required(10).pipe(z.iso.date('not_date').refine(isNear, 'not_date'))

/** Left empty: null. */
export const optionalDay = oneLine(10)
  .transform((text) => (text === '' ? null : text))
  .pipe(z.iso.date('not_date').refine(isNear, 'not_date').nullable())

export type Read<T> = { values: T; problems: [] } | { values: null; problems: FieldProblem[] }

/** The messages of the schema are the codes of the problems. */
export function readForm<S extends z.ZodType>(request: Request, schema: S): Read<z.output<S>> {
  const read = schema.safeParse(bodyOf(request))
  if (read.success) return { values: read.data, problems: [] }
  const problems = read.error.issues.map(({ path, message }) => ({
    field: path.map(String).join('.'),
    code: message,
  }))
  return { values: null, problems }
}

/** What was typed in these fields, to be shown again. */
export function typedIn<N extends string>(
  request: Request,
  names: readonly N[],
): Record<N, string> {
  const body = bodyOf(request)
  const entries = names.map((name) => [name, typeof body[name] === 'string' ? body[name] : ''])
  return Object.fromEntries(entries) as Record<N, string>
}

function bodyOf(request: Request): Record<string, unknown> {
  return (request.body ?? {}) as Record<string, unknown>
}

function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Nobody is appointed for the year 20260. */
function isNear(date: string): boolean {
  return date >= '2000-01-01' && date <= '2100-12-31'
}
