import type { FieldProblem } from '../../../platform/errors.ts'

/** The rows of a plan share their sentences: `what-3` is said as `what`. */
export function sayPlanProblems(problem: FieldProblem): FieldProblem {
  const [field, index] = problem.field.split('-')
  if (index === undefined) return problem
  return {
    ...problem,
    values: { ...problem.values, row: Number(index) + 1 },
    text: `improvements-projects.problems.row.${field}.${problem.code}`,
  }
}
