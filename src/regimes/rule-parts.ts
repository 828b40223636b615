import { z } from 'zod'

/** What every rule of a regime is made of. */

export const plainDate = z.iso.date()

/** Texts in every language that the interface has; Spanish is never missing. */
export const localized = z.strictObject({ es: z.string().min(1), en: z.string().min(1) })
export type Localized = z.infer<typeof localized>

/** The days on which a rule holds, both included, and the article that it comes from. */
export const dated = {
  from: plainDate.optional(),
  until: plainDate.optional(),
  source: z.string().min(1),
}

export const code = z.string().regex(/^[a-z][a-z0-9_]*$/)
