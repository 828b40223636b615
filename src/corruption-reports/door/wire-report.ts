import { z } from 'zod'
import { Invalid, type FieldProblem } from '../../platform/errors.ts'
import { isLanguage } from '../../platform/i18n/index.ts'
import { limits } from './report-form.ts'
import type { PlainReport } from './plain-report.ts'

const line = z.string().trim().max(limits.line)
const words = z.string().trim().max(limits.words)
const ids = z.array(z.string().max(100)).max(200).default([])

/** A report in clear, from another system: sealed in memory before anything is kept. */
const wireReport = z.strictObject({
  narration: z.string().trim().min(1).max(limits.narration),
  language: z.string().refine(isLanguage).optional(),
  place: line.optional(),
  when: line.optional(),
  involved: z
    .strictObject({
      members: ids,
      people: ids,
      units: ids,
      words: z.array(words).max(50).default([]),
    })
    .prefault({}),
  /** Ids of the directory of keys: who must not read it, besides whoever is involved. */
  struck: ids,
  reprisal: z.enum(['none', 'feared', 'happened']).default('none'),
  reprisalWords: words.optional(),
  protection: z.boolean().default(false),
  person: z.strictObject({ names: line.min(1), contact: line.default('') }).optional(),
})

export function readReport(sent: unknown, language: string): PlainReport {
  const parsed = wireReport.safeParse(sent)
  if (!parsed.success) throw new Invalid(parsed.error.issues.map(problemOf))
  const { involved, struck, person, narration, reprisal, protection, ...rest } = parsed.data
  const { place, when, reprisalWords } = rest
  const optional = Object.entries({ place, when, reprisalWords }).filter(([, value]) => value)
  return {
    marks: involved,
    struck,
    told: {
      narration,
      language: rest.language ?? language,
      reprisal,
      protection,
      ...(Object.fromEntries(optional) as Record<string, string>),
    },
    identity: person ?? null,
  }
}

const CODES: Readonly<Record<string, string>> = {
  too_big: 'too_long',
  too_small: 'required',
  unrecognized_keys: 'unknown_field',
}

function problemOf(issue: z.core.$ZodIssue): FieldProblem {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]] : issue.path
  const missing = issue.code === 'invalid_type' && issue.message.includes('undefined')
  return {
    field: `/${path.join('/')}`,
    code: missing ? 'required' : (CODES[issue.code] ?? 'invalid'),
  }
}
