import type { Request } from 'express'
import { NotFound } from '../errors.ts'
import { isId } from '../ids.ts'

/** The id that stands in the address; what is none leads nowhere. */
export function idIn(request: Request, name: string): string {
  const id = request.params[name]
  if (!isId(id)) throw new NotFound()
  return id.toLowerCase()
}
