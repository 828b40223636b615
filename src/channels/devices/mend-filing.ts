import type { FieldProblem } from '../../platform/errors.ts'

type Body = Readonly<Record<string, unknown>>

export interface Mended {
  body: Body
  /** What the rules refuse and do not ask for. */
  leftOut: readonly string[]
  /** What still stands against it. */
  problems: readonly FieldProblem[]
}

const KEPT = ['/kind', '/centre', '/description']
const MOST_ROUNDS = 5

/**
 * What a person wrote, with a member of staff's corrections. A motive that is no longer in the list must
 * not cost the person the whole filing: what can be left out is left out, and told.
 */
export function mendFiling(
  written: Body,
  corrections: Body,
  check: (body: Body) => readonly FieldProblem[],
): Mended {
  let body: Body = { ...written, ...corrections, channel: 'tablet', attachments: undefined }
  const leftOut: string[] = []
  let problems = check(body)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fields = problems.filter(canBeLeftOut).map(({ field }) => field)
    if (fields.length === 0) break
    for (const field of fields) body = without(body, field.split('/').slice(1))
    leftOut.push(...fields)
    problems = check(body)
  }
  return { body, leftOut: [...new Set(leftOut)], problems }
}

function canBeLeftOut({ field, code }: FieldProblem): boolean {
  return code !== 'required' && code !== 'way_to_answer_needed' && !KEPT.includes(field)
}

function without(value: Body, [first, ...rest]: readonly string[]): Body {
  if (first === undefined) return value
  const { [first]: inner, ...others } = value
  if (rest.length === 0 || typeof inner !== 'object' || inner === null || Array.isArray(inner)) {
    return others
  }
  return { ...others, [first]: without(inner as Body, rest) }
}
