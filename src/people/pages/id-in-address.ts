import type { Request } from 'express'
import { z } from 'zod'
import { NotFound } from '../../platform/errors.ts'

/** What is no id leads nowhere. */
export function idInAddress(request: Request, name: string): string {
  const read = z.uuid().safeParse(request.params[name])
  if (!read.success) throw new NotFound()
  return read.data
}
