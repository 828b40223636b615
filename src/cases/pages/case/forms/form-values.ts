import { z } from 'zod'
import { typed } from '../../../filing.ts'

/** What the forms of a case are checked with. */

const LONG = 20_000

export const requiredText = (limit = LONG) => typed(limit).pipe(z.string().min(1))
export const text = (limit = LONG) => typed(limit).default('')

/** A group of boxes sends nothing, one text or several. */
export const ticked = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((values) => [values].flat())
