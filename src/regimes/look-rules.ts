import { z } from 'zod'
import type { PlainDate } from '../platform/dates.ts'
import { rulesOn } from './applicable-rules.ts'
import { dated } from './rule-parts.ts'

/** What in the log of looks at personal data asks for a question to whoever looked. */
export const UNUSUAL = ['in_an_hour', 'at_night', 'not_in_hand'] as const
export type Unusual = (typeof UNUSUAL)[number]

const hour = z.number().int().min(0).max(23)

export const lookRule = z.strictObject({
  what: z.enum(UNUSUAL),
  /** From so many looks on: in the busiest hour of a day, or on a day. */
  atLeast: z.number().int().min(1),
  /** The hours that count as night, from one evening to the next morning. */
  night: z.strictObject({ from: hour, until: hour }).optional(),
  ...dated,
})
export type LookRule = z.infer<typeof lookRule>

/** Of each thing that is unusual the rule of the day; what no rule names is not pointed out. */
export function findLookRules(
  { looks }: { looks: readonly LookRule[] },
  day: PlainDate,
): Partial<Record<Unusual, LookRule>> {
  const found: Partial<Record<Unusual, LookRule>> = {}
  for (const rule of rulesOn(looks, day)) found[rule.what] ??= rule
  return found
}
