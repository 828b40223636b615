import { z } from 'zod'
import type { FieldProblem } from '../platform/errors.ts'
import { CHANNELS } from '../routing/index.ts'

/** What the machine interface and the pages hand in; the door of the book. */

export const ANSWER_BY = ['email', 'sms', 'post', 'pickup', 'none'] as const
export type AnswerBy = (typeof ANSWER_BY)[number]

export const DESCRIPTION_LIMIT = 20_000

/** Text as a person may type it: well-formed, without control characters, trimmed. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()
}

export const typed = (limit: number) => z.string().transform(cleanText).pipe(z.string().max(limit))

/** A form sends empty fields; they say nothing. */
const optionalText = (limit: number) =>
  typed(limit)
    .transform((text) => (text === '' ? undefined : text))
    .optional()

const code = z.string().regex(/^[a-z][a-z0-9_]{0,60}$/)
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/)

/** What help people may ask for, of the kind that they live with; only whoever offers it is recorded. */
export const SUPPORT_NEEDS = [
  'hearing',
  'sight',
  'movement',
  'understanding',
  'psychosocial',
] as const
export type SupportNeed = (typeof SUPPORT_NEEDS)[number]

export const personInput = z.strictObject({
  names: optionalText(120),
  firstSurname: optionalText(120),
  secondSurname: optionalText(120),
  legalName: optionalText(200),
  representative: optionalText(200),
  documentType: code.optional(),
  documentNumber: optionalText(40),
  email: typed(254)
    .transform((text) => (text === '' ? undefined : text))
    .pipe(z.email().optional())
    .optional(),
  phone: optionalText(40).refine(
    (text) => text === undefined || /^[+\d][\d\s().-]{5,}$/.test(text),
    {
      params: { code: 'phone' },
    },
  ),
  address: optionalText(500),
  supportNeeds: z
    .array(z.enum(SUPPORT_NEEDS))
    .max(SUPPORT_NEEDS.length)
    .transform((needs) => (needs.length === 0 ? undefined : [...new Set(needs)]))
    .optional(),
})
export type PersonInput = z.output<typeof personInput>

export const filingInput = z.strictObject({
  kind: code,
  centre: slug,
  service: slug.optional(),
  motive: code.optional(),
  motives: z.array(code).min(1).max(10).optional(),
  description: typed(DESCRIPTION_LIMIT).pipe(z.string().min(1)),
  occurredOn: z.iso.date().optional(),
  /** The hour of the day, or an instant with its zone. */
  occurredAt: z
    .union([z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), z.iso.datetime({ offset: true })])
    .optional(),
  place: optionalText(500),
  /** Officials picked from the administration's directory. */
  officials: z.array(z.uuid()).max(20).optional(),
  channel: z.enum(CHANNELS).optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional(),
  /** In which the person wants to be spoken to, spoken or signed: one of the administration's. */
  spokenLanguage: code.optional(),
  person: personInput.optional(),
  answerBy: z.enum(ANSWER_BY).optional(),
  consents: z
    .strictObject({
      electronicNotice: z.boolean().optional(),
      resultsTold: z.boolean().optional(),
      quotation: z.boolean().optional(),
    })
    .optional(),
  attachments: z.array(z.uuid()).max(5).optional(),
})
export type FilingInput = z.output<typeof filingInput>

/** Each zod issue as a pointer into the input and a stable code. */
export function problemsOf(error: z.ZodError): FieldProblem[] {
  return error.issues.flatMap((issue) => {
    const field = '/' + issue.path.map(String).join('/')
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        field: `${field === '/' ? '' : field}/${key}`,
        code: 'unknown_field',
      }))
    }
    return [{ field, code: codeOf(issue), ...valuesOf(issue) }]
  })
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small') return 'required'
  if (issue.code === 'too_big') return 'too_long'
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'required' : 'wrong_type'
  if (issue.code === 'invalid_format') return `not_${issue.format === 'email' ? 'email' : 'valid'}`
  if (issue.code === 'custom' && typeof issue.params?.['code'] === 'string')
    return `not_${issue.params['code']}`
  return 'not_valid'
}

function valuesOf(issue: z.core.$ZodIssue): { values?: Record<string, number> } {
  return issue.code === 'too_big' ? { values: { max: Number(issue.maximum) } } : {}
}

/** A filing that passed the door, its input checked; throws away nothing that was typed. */
export function parseFiling(body: unknown): { filing: FilingInput } | { problems: FieldProblem[] } {
  const result = filingInput.safeParse(body, { reportInput: true })
  return result.success ? { filing: result.data } : { problems: problemsOf(result.error) }
}

/** The motives with the primary one first. */
export function motivesOf(filing: Pick<FilingInput, 'motive' | 'motives'>): string[] {
  return [...new Set([...(filing.motive ? [filing.motive] : []), ...(filing.motives ?? [])])]
}

/** How the person wants the answer: as said, else by e-mail where that was agreed, else on the tracking page. */
export function answerByOf(filing: FilingInput): AnswerBy {
  if (filing.answerBy) return filing.answerBy
  return filing.person?.email && filing.consents?.electronicNotice ? 'email' : 'none'
}
