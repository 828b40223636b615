import { z } from 'zod'
import { localized } from '../regimes/index.ts'

const text = z.string().trim().min(1)

/** Its spaces do not break, so that a number stays in one line wherever it is shown. */
const number = text.transform((typed) => typed.replace(/\s+/g, '\u00a0'))

const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const phone = z.strictObject({ number, name: localized })

/** Where corruption is reported outside the book, until it has a sealed part of its own. */
const outsideChannel = z.strictObject({
  name: text,
  note: localized.optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  phone: number.optional(),
  email: z.email().optional(),
  address: text.optional(),
})

/** How people reach the administration, and whom they turn to when a book is not enough. */
export const contact = z.strictObject({
  address: text.optional(),
  phone: number.optional(),
  email: z.email().optional(),
  website: z.url({ protocol: /^https?$/ }).optional(),
  emergency: z
    .strictObject({ text: localized.optional(), phones: z.array(phone).default([]) })
    .default({ phones: [] }),
  corruption: z.array(outsideChannel).default([]),
  /** Where the quick exit of the sealed door leads; missing: an encyclopaedia. */
  quickExit: z.url({ protocol: /^https$/ }).optional(),
  /** Local hours at which notices about sealed reports leave; missing: 09:00 and 16:00. */
  sealedNoticesAt: z.array(hour).min(1).optional(),
  /** Under which everybody may use its open data; missing: nothing is said. */
  dataLicence: z.strictObject({ name: text, url: z.url({ protocol: /^https?$/ }) }).optional(),
})

export type Contact = z.output<typeof contact>
