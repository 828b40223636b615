import type { FieldProblem } from '../../platform/errors.ts'

/** Each problem with our own words for its code, where there are any. */
export function worded(problems: readonly FieldProblem[]): FieldProblem[] {
  return problems.map((problem) => ({
    ...problem,
    field: problem.field.replace(/^\//, ''),
    text: problem.text ?? `installation.problems.${problem.code}`,
  }))
}
