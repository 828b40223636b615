import { z } from 'zod'
import { isPlainDate } from '../platform/dates.ts'
import type { FieldProblem } from '../platform/errors.ts'
import { DESKS, type RoutingRule } from './routing-rule.ts'
import { SIGNALS } from './signals.ts'

/** The door for rules: what a form sends, where a single tick comes alone and an empty field as nothing. */
export type RuleInput = Omit<RoutingRule, 'ruleId'>

const MOST_WORDS = 400
const LONGEST_WORD = 80

const list = <T extends z.ZodType>(each: T) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : [value].flat()),
    z.array(each).max(500),
  )

const code = z.string().regex(/^[a-z][a-z0-9_]{0,60}$/)

/** One on each line, or with commas in between. */
const words = z
  .string()
  .default('')
  .transform((text) => [
    ...new Set(
      text
        .normalize('NFC')
        .split(/[\n\r,;]+/)
        .map(tidy),
    ),
  ])
  .transform((lines) => lines.filter((line) => line !== ''))
  .pipe(z.array(z.string().max(LONGEST_WORD)).max(MOST_WORDS))

const day = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  z.string().refine(isPlainDate).nullable(),
)

const ticked = z.preprocess((value) => value === 'yes', z.boolean())

const choice = z
  .enum(['', 'yes', 'no'])
  .default('')
  .transform((value) => (value === '' ? null : value === 'yes'))

export const ruleInput = z.object({
  name: z.string().default('').transform(tidy).pipe(z.string().min(1).max(120)),
  kinds: list(code),
  centreIds: list(z.uuid()),
  serviceIds: list(z.uuid()),
  motives: list(code),
  channels: list(code),
  languages: list(code),
  words,
  exceptWords: words,
  signals: list(z.enum(SIGNALS)),
  officialNamed: choice,
  desk: z.enum(DESKS),
  unitId: z.preprocess((value) => (value === '' ? null : (value ?? null)), z.uuid().nullable()),
  priority: z.preprocess(Number, z.literal([0, 1, 2])),
  restricted: ticked,
  assignAtOnce: ticked,
  validFrom: day,
  validUntil: day,
})

export function parseRule(
  body: unknown,
): { rule: RuleInput; problems: [] } | { rule: null; problems: FieldProblem[] } {
  const result = ruleInput.safeParse(body ?? {})
  if (result.success) return { rule: result.data, problems: [] }
  return { rule: null, problems: result.error.issues.map(problemOf) }
}

function problemOf(issue: z.core.$ZodIssue): FieldProblem {
  const field = String(issue.path[0] ?? 'name')
  if (issue.code === 'too_small') return { field, code: 'required' }
  if (issue.code === 'too_big')
    return { field, code: 'too_long', values: { max: Number(issue.maximum) } }
  if (field === 'validFrom' || field === 'validUntil') return { field, code: 'not_date' }
  return { field, code: 'unknown' }
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
