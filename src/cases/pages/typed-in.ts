import type { Request } from 'express'
import { cleanText } from '../filing.ts'

export type Typed = Readonly<Record<string, string>>

/** The named fields of a form as text, the first of each; whatever else was sent is not looked at. */
export function typedIn(request: Request, names: readonly string[]): Typed {
  const body = (request.body ?? {}) as Readonly<Record<string, unknown>>
  return Object.fromEntries(names.map((name) => [name, textOf(own(body, name))]))
}

function own(body: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(body, name) ? body[name] : undefined
}

function textOf(value: unknown): string {
  const one: unknown = Array.isArray(value) ? value[0] : value
  return typeof one === 'string' ? cleanText(one) : ''
}
