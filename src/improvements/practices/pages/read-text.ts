import type { Request } from 'express'
import { z } from 'zod'
import type { FieldProblem } from '../../../platform/errors.ts'
import { line, optionalLine, readForm, typedIn, words } from '../../../platform/web/index.ts'
import { KINDS, TESTS, type Practice, type Tests } from '../practice.ts'

const text = z.object({
  name: line(160),
  kind: z.enum(KINDS, 'required'),
  problem: words(2000).pipe(z.string().min(1, 'required')),
  initiative: words(2000),
  originalId: optionalLine(40).transform((id) => id || null),
  adaptation: words(2000),
  draft: words(5000),
  figures: words(2000),
  voices: words(2000),
  benefit: words(2000),
})

export type TypedText = z.output<typeof text> & { tests: Tests }

/** The text of a practice as the form brings it; each answer to a test has its reason. */
export function readText(
  request: Request,
  evidenceIds: readonly string[],
): { values: TypedText; problems: [] } | { values: null; problems: FieldProblem[] } {
  const { values, problems } = readForm(request, text)
  const { tests, faults } = readTests(request)
  const found = [...problems, ...faults]
  const originalId = values?.originalId ?? null
  if (originalId !== null && !evidenceIds.includes(originalId)) {
    found.push({ field: 'originalId', code: 'unknown' })
  }
  if (!values || found.length > 0) return { values: null, problems: found }
  return { values: { ...values, tests }, problems: [] }
}

function readTests(request: Request): { tests: Tests; faults: FieldProblem[] } {
  const typed = typedIn(request)
  const tests: Record<string, { met: boolean; reason: string }> = {}
  const faults: FieldProblem[] = []
  for (const code of TESTS) {
    const met = typed(`met-${code}`)
    if (met !== 'yes' && met !== 'no') continue
    const reason = optionalLine(500).safeParse(typed(`reason-${code}`))
    if (reason.success && reason.data !== '') {
      tests[code] = { met: met === 'yes', reason: reason.data }
      continue
    }
    const fault = reason.success ? 'required' : 'too_long'
    faults.push({
      field: `reason-${code}`,
      code: fault,
      text: `improvements-practices.problems.reason.${fault}`,
    })
  }
  return { tests, faults }
}

/** How the fields of the form begin. */
export function fieldsOf(practice: Practice): Readonly<Record<string, string>> {
  const answers = TESTS.flatMap((code): [string, string][] => {
    const answer = practice.tests[code]
    if (!answer) return []
    return [
      [`met-${code}`, answer.met ? 'yes' : 'no'],
      [`reason-${code}`, answer.reason],
    ]
  })
  const { name, kind, problem, initiative, adaptation, draft, figures, voices, benefit } = practice
  const texts = { name, kind, problem, initiative, adaptation, draft, figures, voices, benefit }
  return { ...texts, originalId: practice.originalId ?? '', ...Object.fromEntries(answers) }
}
