import type { Response } from 'express'
import type { FieldProblem } from '../../../platform/errors.ts'
import {
  formErrors,
  noErrors,
  render,
  type FormErrors,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { checkRows } from './check-view.ts'
import { keptFiles } from './kept-files.ts'
import { goToOpenStep } from './question.ts'
import { nameOf } from './show-step.ts'
import {
  CHECK_ADDRESS,
  firstOpenStep,
  previousUrl,
  progressOf,
  stepOwning,
  stepUrl,
} from './steps.ts'
import { kindOf, openVisit, regimeText, type Visit } from './visit.ts'

export function showCheck(system: System): Page {
  return async (request, response) => {
    const visit = await openVisit(system, request, response)
    if (firstOpenStep(visit)) return goToOpenStep(request, response, visit)
    await showAnswers(system, response, visit, [])
  }
}

/** All that was answered, to read over; what is wrong with it leads to the page on which it is mended. */
export async function showAnswers(
  system: System,
  response: Response,
  visit: Visit,
  problems: readonly FieldProblem[],
): Promise<void> {
  const files = await keptFiles(system, visit)
  const kind = kindOf(visit)
  const { linkedCase } = visit.answers
  render(
    response,
    'cases/filing/check',
    {
      title: visit.t('filing.check.title'),
      error: problems.length > 0,
      backUrl: previousUrl(null, visit),
      progress: progressOf(null, visit),
      errors: problems.length > 0 ? whereToMend(response, visit, problems) : noErrors,
      notice: linkedCase ? visit.t('follow.linked', { number: linkedCase }) : null,
      rows: checkRows(visit, files),
      draft: visit.draft,
      action: stepUrl(visit, CHECK_ADDRESS),
      privacy: kind && regimeText(visit, 'privacy_notice_short')?.text,
      privacyUrl: `/${visit.slug}/privacidad`,
    },
    { status: problems.length > 0 ? 422 : 200 },
  )
}

/** Each problem leads to the page on which it is mended. */
function whereToMend(
  response: Response,
  visit: Visit,
  problems: readonly FieldProblem[],
): FormErrors {
  const { summary } = formErrors(
    response,
    problems.map((problem) => ({ ...problem, field: nameOf(problem.field) })),
    'filing.problems',
  )
  return {
    fields: {},
    summary: summary.map(({ text }, index) => {
      const step = stepOwning(problems[index]?.field ?? '', visit)
      return { text, href: step ? `${stepUrl(visit, step.address)}?cambiar=1` : '#send' }
    }),
  }
}
