import { z } from 'zod'

/** What every rule of a regime is made of. */

export const plainDate = z.iso.date()

export const languageCode = z.string().regex(/^[a-z]{2,3}$/)

const words = z.string().min(1)

/** Texts in the languages that ship, and in others by their codes; who reads one that is missing reads Spanish. */
export const localized = z
  .object({ es: words, en: words })
  .catchall(words)
  .refine((texts) => Object.keys(texts).every((key) => languageCode.safeParse(key).success), {
    error: 'each text is named by the code of its language',
  })
export type Localized = z.infer<typeof localized>

/** The days on which a rule holds, both included, and the article that it comes from. */
export const dated = {
  from: plainDate.optional(),
  until: plainDate.optional(),
  source: z.string().min(1),
}

export const code = z.string().regex(/^[a-z][a-z0-9_]*$/)
