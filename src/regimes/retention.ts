import { z } from 'zod'
import type { PlainDate } from '../platform/dates.ts'
import { rulesOn } from './applicable-rules.ts'
import { code, dated } from './rule-parts.ts'

/** What an administration keeps and erases on its day; reports of corruption have a term of their own. */
export const HOLDINGS = [
  // all of a case that ended, who it was included
  'cases',
  // only who it was, where that goes sooner
  'identity',
  'older_books',
  'survey_comments',
  'coded_texts',
  'letters',
  'set_aside',
  'attention_register',
  'looks',
  // who asked about their own data, and what was written about it
  'data_requests',
] as const
export type HoldingCode = (typeof HOLDINGS)[number]

const months = z.number().int().min(1).max(1200)

/** How long something is kept after it ended, and within which bounds an administration may say otherwise. */
export const retentionRule = z.strictObject({
  holding: z.enum(HOLDINGS),
  /** The kinds of cases it is for; absent: all. */
  kinds: z.array(code).optional(),
  months,
  atLeast: months.optional(),
  atMost: months.optional(),
  ...dated,
})
export type RetentionRule = z.infer<typeof retentionRule>

/** The rule that names the kind wins over the general one. */
export function findRetention(
  { retention }: { retention: readonly RetentionRule[] },
  holding: HoldingCode,
  kind: string,
  day: PlainDate,
): RetentionRule | undefined {
  const rules = rulesOn(retention, day).filter(
    (rule) => rule.holding === holding && (!rule.kinds || rule.kinds.includes(kind)),
  )
  return rules.find((rule) => rule.kinds) ?? rules[0]
}
