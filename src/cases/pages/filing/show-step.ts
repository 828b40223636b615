import type { Response } from 'express'
import type { FieldProblem } from '../../../platform/errors.ts'
import { formErrors, noErrors, render, type FormErrors } from '../../../platform/web/index.ts'
import type { Typed } from '../typed-in.ts'
import type { Step } from './step.ts'
import { CHECK_ADDRESS, previousUrl, progressOf, stepUrl } from './steps.ts'
import type { Visit } from './visit.ts'

interface Showing {
  typed: Typed
  problems?: readonly FieldProblem[]
  /** From "check your answers" and back there. */
  changing: boolean
  /** A sentence above the question, when something went otherwise than the person expects. */
  notice?: string | null
  status?: number
}

/** One question in its page, as answered before or as just typed. */
export function showStep(response: Response, step: Step, visit: Visit, showing: Showing): void {
  const { typed, problems = [], changing, notice = null } = showing
  const errors = problems.length > 0 ? errorsOf(response, step, visit, typed, problems) : noErrors
  const url = stepUrl(visit, step.address)
  render(
    response,
    `cases/filing/${step.name}`,
    {
      title: visit.t(`filing.${step.name}.title`),
      error: problems.length > 0,
      backUrl: changing ? stepUrl(visit, CHECK_ADDRESS) : previousUrl(step, visit),
      action: changing ? `${url}?cambiar=1` : url,
      progress: progressOf(step, visit),
      errors,
      notice,
      ...step.show(visit, typed, errors),
    },
    { status: showing.status ?? (problems.length > 0 ? 422 : 200), typed },
  )
}

/** Each field is told once; its link leads to where it is mended. */
export function errorsOf(
  response: Response,
  step: Step,
  visit: Visit,
  typed: Typed,
  problems: readonly FieldProblem[],
): FormErrors {
  const named = problems.map((problem) => ({ ...problem, field: nameOf(problem.field) }))
  const first = named.filter(
    ({ field }, index) => named.findIndex((other) => other.field === field) === index,
  )
  const { summary, fields } = formErrors(response, first, 'filing.problems')
  return {
    fields,
    summary: summary.map(({ text, href }) => ({
      text,
      href: `#${step.anchor?.(href.slice(1), typed, visit) ?? href.slice(1)}`,
    })),
  }
}

/** `/person/email` is the field `email`, `/officials/0` the field `officials`. */
export function nameOf(pointer: string): string {
  return pointer.replace(/\/\d+$/, '').replace(/^.*\//, '')
}
