import type { Request } from 'express'
import { z } from 'zod'
import { TOKEN_FIELD } from '../../platform/web/form-token.ts'
import { safeReturn } from './safe-return.ts'

/** What somebody had typed when the session ended, on its way through the sign-in page. */
export interface Draft {
  /** Where the form was going. */
  to: string
  fields: readonly (readonly [name: string, value: string])[]
}

const shape = z.object({
  to: z.string(),
  fields: z.array(z.tuple([z.string().max(200), z.string()])).max(500),
})

/** Passwords are never written back into a page, and the old form's token is of no use. */
export function draftOf(request: Request): Draft | null {
  const to = safeReturn(request.originalUrl)
  const body: unknown = request.body
  if (to === null || typeof body !== 'object' || body === null) return null
  const fields = Object.entries(body)
    .filter(([name]) => name !== TOKEN_FIELD && !/password/i.test(name))
    .flatMap(([name, value]) => textsOf(value).map((text): [string, string] => [name, text]))
  return fields.length > 0 ? { to, fields } : null
}

export function writeDraft(draft: Draft): string {
  return JSON.stringify(draft)
}

/** It came back through the person's browser: judged again. */
export function readDraft(text: unknown): Draft | null {
  if (typeof text !== 'string' || text === '') return null
  const read = shape.safeParse(parseJson(text))
  if (!read.success || safeReturn(read.data.to) !== read.data.to) return null
  return read.data
}

function textsOf(value: unknown): string[] {
  return [value].flat().filter((each) => typeof each === 'string')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
