import { z } from 'zod'
import { dated } from './rule-parts.ts'

/** What a person may ask about the data that a body keeps of them. */
export const DATA_RIGHTS = ['access', 'correction', 'erasure', 'opposition'] as const
export type DataRight = (typeof DATA_RIGHTS)[number]

const days = z.number().int().min(1).max(200)

/** In working days, each counted from the day after; the term to answer stands still while proof is awaited. */
export const dataRightRule = z.strictObject({
  rights: z.array(z.enum(DATA_RIGHTS)).min(1),
  answerDays: days,
  /** Once, with a reason. Missing: no extension. */
  extensionDays: days.optional(),
  /** From the answer, to make effective what was granted. Missing: within the term to answer. */
  effectiveDays: days.optional(),
  /** For the person to prove who they are. */
  proofDays: days,
  basis: z.enum(['norm', 'administration']).optional(),
  ...dated,
})
export type DataRightRule = z.infer<typeof dataRightRule>
