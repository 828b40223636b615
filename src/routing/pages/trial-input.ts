import { z } from 'zod'
import type { BookRules } from '../../administrations/index.ts'
import type { FieldProblem } from '../../platform/errors.ts'
import type { FilingToRoute } from '../route-in-book.ts'
import { CHANNELS } from '../routing-rule.ts'

const LONGEST_TEXT = 20_000

const text = z.string().trim().min(1).max(LONGEST_TEXT)
const optional = z.string().default('')

const trialInput = z.object({
  text,
  kind: z.string(),
  centreId: z.string(),
  serviceId: optional,
  motive: optional,
  channel: z.enum(CHANNELS),
  language: optional,
})

/** An invented filing. What it speaks of must exist in the book. */
export function parseTrial(
  body: unknown,
  book: BookRules,
): { filing: FilingToRoute; problems: [] } | { filing: null; problems: FieldProblem[] } {
  const result = trialInput.safeParse(body ?? {})
  if (!result.success) {
    const problems = result.error.issues.map((issue) => ({
      field: String(issue.path[0]),
      code: codeOf(issue),
    }))
    return { filing: null, problems }
  }
  const problems = strangersIn(result.data, book)
  if (problems.length > 0) return { filing: null, problems }
  const { serviceId, motive, language, ...filing } = result.data
  return {
    filing: {
      ...filing,
      serviceId: serviceId === '' ? null : serviceId,
      motives: motive === '' ? [] : [motive],
      spokenLanguage: language === '' ? null : language,
      pickedOfficialIds: [],
    },
    problems: [],
  }
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_big') return 'too_long'
  return issue.path[0] === 'text' ? 'required' : 'unknown'
}

function strangersIn(trial: z.output<typeof trialInput>, book: BookRules): FieldProblem[] {
  const known: Readonly<Record<string, readonly string[]>> = {
    kind: book.regime.kinds.map(({ code }) => code),
    centreId: book.centres.map(({ centreId }) => centreId),
    serviceId: ['', ...book.services.map(({ serviceId }) => serviceId)],
    language: ['', ...book.regime.spokenLanguages.map(({ code }) => code)],
    motive: ['', ...book.regime.motives.map(({ code }) => code)],
  }
  return Object.entries(known)
    .filter(([field, values]) => !values.includes(trial[field as keyof typeof trial]))
    .map(([field]) => ({ field, code: 'unknown' }))
}
